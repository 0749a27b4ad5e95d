package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** A length of time. */
public record DurationValue(Duration value) implements Value {
  private static final BigDecimal NANOS = BigDecimal.valueOf(1_000_000_000L);

  /** Reads a literal: {@code 1h30min}, {@code 500ms}, {@code 2d}; units fall, each at most once. */
  public static Optional<DurationValue> parse(String text) {
    return DurationText.parse(text).map(DurationValue::new);
  }

  /** Reads the form that Kubernetes files use: {@code 1h30m0s}, {@code 1.5h}, {@code 300ms}. */
  public static Optional<DurationValue> parseGo(String text) {
    return GoDurationText.parse(text).map(DurationValue::new);
  }

  public DurationValue plus(DurationValue other) {
    return checked(() -> value.plus(other.value));
  }

  public DurationValue minus(DurationValue other) {
    return checked(() -> value.minus(other.value));
  }

  /** Rounded to nanoseconds. */
  public DurationValue times(BigDecimal factor) {
    return ofSeconds(seconds().multiply(factor));
  }

  /** Rounded to nanoseconds. */
  public DurationValue dividedBy(BigDecimal divisor) {
    return ofSeconds(Numbers.quotient(seconds(), divisor));
  }

  /** How many times the other fits in. */
  public Value.Decimal ratio(DurationValue other) {
    return Numbers.decimal(Numbers.quotient(seconds(), other.seconds()));
  }

  /** The length in seconds, exact. */
  public BigDecimal seconds() {
    return BigDecimal.valueOf(value.getSeconds()).add(BigDecimal.valueOf(value.getNano(), 9));
  }

  /** As a literal: {@code 1h30min}. */
  public String text() {
    return DurationText.write(this);
  }

  private static DurationValue ofSeconds(BigDecimal seconds) {
    var nanos = seconds.multiply(NANOS).setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
    var parts = nanos.divideAndRemainder(NANOS.toBigInteger());
    return checked(() -> Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
  }

  private static DurationValue checked(Supplier<Duration> computation) {
    try {
      return new DurationValue(computation.get());
    } catch (ArithmeticException overflow) {
      throw new EvaluationError(ErrorCode.OVERFLOW, "a duration is too long");
    }
  }
}

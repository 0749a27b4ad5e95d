package dev.taffrail.value;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** A moment. */
public record InstantValue(Instant value) implements Value {
  private static final Pattern FORM =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,9})?)?(Z|[+-]\\d\\d:\\d\\d)");

  /** Reads RFC 3339, {@code 2026-12-31T10:00:00Z}; the seconds may be left out. */
  public static Optional<InstantValue> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new InstantValue(OffsetDateTime.parse(text).toInstant()));
    } catch (DateTimeException noSuchMoment) {
      return Optional.empty();
    }
  }

  public InstantValue plus(DurationValue duration) {
    return checked(() -> value.plus(duration.value()));
  }

  public InstantValue minus(DurationValue duration) {
    return checked(() -> value.minus(duration.value()));
  }

  /** How long ago the other was, seen from here. */
  public DurationValue minus(InstantValue other) {
    return new DurationValue(Duration.between(other.value, value));
  }

  /** The day in UTC. */
  public DateValue date() {
    return new DateValue(value.atOffset(ZoneOffset.UTC).toLocalDate());
  }

  /** As a literal, with seconds and in UTC. */
  public String text() {
    return value.toString();
  }

  private static InstantValue checked(Supplier<Instant> computation) {
    try {
      return new InstantValue(computation.get());
    } catch (ArithmeticException | DateTimeException overflow) {
      throw new EvaluationError(ErrorCode.OVERFLOW, "a moment is too far away");
    }
  }
}

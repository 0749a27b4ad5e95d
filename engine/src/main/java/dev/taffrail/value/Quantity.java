package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * A Kubernetes resource quantity, exact; the text is how it was written.
 *
 * <p>Equality is by amount: {@code 1Gi} equals {@code 1024Mi}.
 */
public record Quantity(BigDecimal amount, String text) implements Value {

  /**
   * Reads {@code 500m}, {@code 2Gi}, {@code 1e3} the way Kubernetes does; empty if it is no
   * quantity.
   *
   * <p>Blanks around it are allowed, since the API server allows them. What is finer than a
   * nano-unit is rounded away from zero, and binary amounts end at 2^63-1: these are the amounts
   * that Kubernetes goes on to use.
   */
  public static Optional<Quantity> parse(String text) {
    String written = text.strip();
    return QuantityText.parse(written).map(amount -> new Quantity(amount, written));
  }

  /** A computed amount, written in the shortest way that Kubernetes reads back. */
  public static Quantity of(BigDecimal amount) {
    return new Quantity(amount, QuantityText.write(amount, false));
  }

  public Quantity plus(Quantity other) {
    return likeThis(amount.add(other.amount));
  }

  public Quantity minus(Quantity other) {
    return likeThis(amount.subtract(other.amount));
  }

  public Quantity times(BigDecimal factor) {
    return likeThis(amount.multiply(factor));
  }

  /** Rounded like every division, see {@link Numbers}. */
  public Quantity dividedBy(BigDecimal divisor) {
    return likeThis(Numbers.quotient(amount, divisor));
  }

  /** How many times the other fits in. */
  public Value.Decimal ratio(Quantity other) {
    return Numbers.decimal(Numbers.quotient(amount, other.amount));
  }

  /** Sums of {@code Gi} print as {@code Gi}. */
  private Quantity likeThis(BigDecimal result) {
    BigDecimal rounded = Numbers.limited(atMost18Digits(result));
    return new Quantity(rounded, QuantityText.write(rounded, text.endsWith("i")));
  }

  private static BigDecimal atMost18Digits(BigDecimal result) {
    return result.scale() > Numbers.SCALE
        ? result.setScale(Numbers.SCALE, RoundingMode.HALF_EVEN)
        : result;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Quantity that && amount.compareTo(that.amount) == 0;
  }

  @Override
  public int hashCode() {
    return amount.stripTrailingZeros().hashCode();
  }
}

package dev.taffrail.value;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * A Kubernetes resource quantity, exact; the text is how it was written.
 *
 * <p>Equality is by amount: {@code 1Gi} equals {@code 1024Mi}.
 */
public record Quantity(BigDecimal amount, String text) implements Value {
  /** Reads {@code 500m}, {@code 2Gi}, {@code 1e3}; empty if it is no quantity. */
  public static Optional<Quantity> parse(String text) {
    throw new UnsupportedOperationException("written next");
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

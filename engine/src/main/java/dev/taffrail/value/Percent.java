package dev.taffrail.value;

import java.math.BigDecimal;

/** A percentage; {@code 80%} holds 80. */
public record Percent(BigDecimal value) implements Value {
  @Override
  public boolean equals(Object other) {
    return other instanceof Percent that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }
}

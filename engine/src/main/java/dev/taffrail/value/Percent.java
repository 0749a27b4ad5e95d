package dev.taffrail.value;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** A percentage; {@code 80%} holds 80. */
public record Percent(BigDecimal value) implements Value {
  private static final Pattern FORM = Pattern.compile("[0-9]{1,100}(\\.[0-9]{1,18})?%");

  /** Reads {@code 80%} and {@code 12.5%}. */
  public static Optional<Percent> parse(String text) {
    return FORM.matcher(text).matches()
        ? Optional.of(new Percent(new BigDecimal(text.substring(0, text.length() - 1))))
        : Optional.empty();
  }

  /** As a literal. */
  public String text() {
    return value.stripTrailingZeros().toPlainString() + "%";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Percent that && value.compareTo(that.value) == 0;
  }

  @Override
  public int hashCode() {
    return value.stripTrailingZeros().hashCode();
  }
}

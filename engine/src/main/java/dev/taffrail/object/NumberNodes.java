package dev.taffrail.object;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;

/** Numbers as nodes, the way they arrive at the API server: through JSON text and 64 bits. */
final class NumberNodes {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final int LONGEST_LONG = Long.toString(Long.MIN_VALUE).length();

  private NumberNodes() {}

  /** What JSON has at a place as a number; empty if it is too large for floating point. */
  static Optional<Node> json(String text, int start) {
    int end = start + text.length();
    if (text.length() <= LONGEST_LONG && isDigits(text)) {
      try {
        return Optional.of(new Node.Int(Long.parseLong(text), start, end));
      } catch (NumberFormatException beyondLong) {
        // read as floating point, as the API server's library does
      }
    }
    double value = Double.parseDouble(text);
    return Double.isInfinite(value) ? Optional.empty() : Optional.of(of(value, start, end));
  }

  private static boolean isDigits(String text) {
    for (int i = text.charAt(0) == '-' ? 1 : 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** A finite floating point number; one without a fraction that fits becomes an integer. */
  static Node of(double value, int start, int end) {
    BigDecimal decimal = shortest(value);
    boolean whole = decimal.scale() <= 0;
    return whole && decimal.compareTo(LEAST) >= 0 && decimal.compareTo(GREATEST) <= 0
        ? new Node.Int(decimal.longValueExact(), start, end)
        : new Node.Fraction(decimal, start, end);
  }

  /** A whole number beyond the signed 64 bits, by its unsigned bits. */
  static Node ofUnsigned(long bits, int start, int end) {
    return of(Double.parseDouble(Long.toUnsignedString(bits)), start, end);
  }

  /** The decimal with the fewest digits that reads back as the same double. */
  static BigDecimal shortest(double value) {
    var printed = new BigDecimal(Double.toString(value));
    // Double.toString never prints fewer than two digits
    BigDecimal oneDigit = printed.round(new MathContext(1));
    return (oneDigit.doubleValue() == value ? oneDigit : printed).stripTrailingZeros();
  }
}

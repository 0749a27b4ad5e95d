package dev.taffrail.object;

import java.math.BigDecimal;
import java.math.MathContext;

/** Numbers as nodes, the way they arrive at the API server: through JSON text and 64 bits. */
final class NumberNodes {
  private static final BigDecimal LEAST = BigDecimal.valueOf(Long.MIN_VALUE);
  private static final BigDecimal GREATEST = BigDecimal.valueOf(Long.MAX_VALUE);

  private NumberNodes() {}

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

package dev.taffrail.runtime.builtin;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.HashMap;

/**
 * How much a character of a text tells, in bits, if its characters are drawn at random (Shannon).
 *
 * <p>In whole numbers throughout: a floating-point logarithm may differ between machines, and a
 * verdict with it.
 */
final class Entropy {
  private static final int PLACES = 3;

  /** Bits behind the point of a logarithm, and those that squaring may spoil. */
  private static final int FRACTION = 64;

  private static final int PRECISION = 2 * FRACTION;

  /** Ties are exact in this many places, where the error is far smaller than a unit. */
  private static final int SAFE_PLACES = 12;

  private Entropy() {}

  static BigDecimal of(String text) {
    var counts = new HashMap<Integer, Integer>();
    text.codePoints().forEach(c -> counts.merge(c, 1, Integer::sum));
    BigInteger size = BigInteger.valueOf(text.codePointCount(0, text.length()));
    if (size.signum() == 0) {
      return BigDecimal.ZERO.setScale(PLACES);
    }
    BigInteger bits = size.multiply(log2(size));
    for (int count : counts.values()) {
      BigInteger times = BigInteger.valueOf(count);
      bits = bits.subtract(times.multiply(log2(times)));
    }
    return new BigDecimal(bits)
        .divide(new BigDecimal(size.shiftLeft(FRACTION)), SAFE_PLACES, RoundingMode.HALF_EVEN)
        .setScale(PLACES, RoundingMode.HALF_EVEN);
  }

  /** The binary logarithm times 2^64, rounded down; exact for powers of two. */
  static BigInteger log2(BigInteger number) {
    int whole = number.bitLength() - 1;
    BigInteger two = BigInteger.ONE.shiftLeft(PRECISION + 1);
    BigInteger mantissa = number.shiftLeft(PRECISION).shiftRight(whole);
    BigInteger log = BigInteger.valueOf(whole);
    for (int i = 0; i < FRACTION; i++) {
      mantissa = mantissa.multiply(mantissa).shiftRight(PRECISION);
      log = log.shiftLeft(1);
      if (mantissa.compareTo(two) >= 0) {
        mantissa = mantissa.shiftRight(1);
        log = log.setBit(0);
      }
    }
    return log;
  }
}

package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of quantities, by the rules of the Kubernetes API. */
final class QuantityText {
  /** Digits are optional everywhere: {@code .5}, {@code 1.} and even {@code +} are quantities. */
  private static final Pattern FORM =
      Pattern.compile("([+-]?)([0-9]*)(?:\\.([0-9]*))?(?:([eE])([+-]?[0-9]+)|([A-Za-z]{0,2}))");

  /** Longer texts and exponents are no amounts of anything, and would cost much to compute with. */
  private static final int LONGEST = 400;

  private static final int NANO = 9;
  private static final BigDecimal LARGEST_BINARY = BigDecimal.valueOf(Long.MAX_VALUE);

  private static final Map<String, Integer> DECIMAL_POWERS =
      Map.of("", 0, "n", -9, "u", -6, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12, "P", 15, "E", 18);
  private static final Map<String, Integer> BINARY_POWERS =
      Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40, "Pi", 50, "Ei", 60);

  private static final String[] BINARY_SUFFIXES = {"", "Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
  private static final String[] DECIMAL_SUFFIXES = {
    "n", "u", "m", "", "k", "M", "G", "T", "P", "E"
  };

  private QuantityText() {}

  static Optional<BigDecimal> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.isEmpty() || text.length() > LONGEST || !form.matches()) {
      return Optional.empty();
    }
    String fraction = form.group(3) == null ? "" : form.group(3);
    var digits = new BigInteger("0" + form.group(2) + fraction);
    var number = new BigDecimal(digits, fraction.length());
    return scaled(number, form).map(amount -> form.group(1).equals("-") ? amount.negate() : amount);
  }

  private static Optional<BigDecimal> scaled(BigDecimal number, Matcher form) {
    if (form.group(4) != null) {
      return exponent(form.group(5)).map(power -> upToNano(number.scaleByPowerOfTen(power)));
    }
    String suffix = form.group(6);
    if (DECIMAL_POWERS.containsKey(suffix)) {
      return Optional.of(upToNano(number.scaleByPowerOfTen(DECIMAL_POWERS.get(suffix))));
    }
    if (BINARY_POWERS.containsKey(suffix)) {
      var unit = new BigDecimal(BigInteger.TWO.pow(BINARY_POWERS.get(suffix)));
      return Optional.of(upToNano(number.multiply(unit)).min(LARGEST_BINARY));
    }
    return Optional.empty();
  }

  private static Optional<Integer> exponent(String digits) {
    var power = new BigInteger(digits);
    return power.abs().compareTo(BigInteger.valueOf(LONGEST)) > 0
        ? Optional.empty()
        : Optional.of(power.intValue());
  }

  private static BigDecimal upToNano(BigDecimal amount) {
    return amount.scale() > NANO ? amount.setScale(NANO, RoundingMode.UP) : amount;
  }

  /**
   * The largest unit that leaves no fraction.
   *
   * @param binary prefer {@code Ki}, {@code Mi} and so on, where the amount is at least one of them
   */
  static String write(BigDecimal amount, boolean binary) {
    BigDecimal shortest = amount.signum() == 0 ? BigDecimal.ZERO : amount.stripTrailingZeros();
    if (binary && shortest.scale() <= 0) {
      return writeBinary(shortest.toBigInteger());
    }
    if (shortest.scale() > NANO) {
      return shortest.toPlainString();
    }
    int power = Math.min(18, Math.floorDiv(-shortest.scale(), 3) * 3);
    String number = shortest.scaleByPowerOfTen(-power).toPlainString();
    return number + DECIMAL_SUFFIXES[power / 3 + 3];
  }

  private static String writeBinary(BigInteger amount) {
    int zeros = amount.signum() == 0 ? 0 : amount.getLowestSetBit();
    int unit = Math.min(zeros / 10, BINARY_SUFFIXES.length - 1);
    return amount.shiftRight(unit * 10) + BINARY_SUFFIXES[unit];
  }
}

package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as the Go language writes them, which Kubernetes files use: {@code m} is a minute. */
final class GoDurationText {
  private static final Pattern PART =
      Pattern.compile("([0-9]*)(?:\\.([0-9]*))?(ns|us|\u00b5s|\u03bcs|ms|s|m|h)");

  /** Fractions may have many digits; beyond this they are no durations. */
  private static final int LONGEST = 400;

  private GoDurationText() {}

  static Optional<Duration> parse(String text) {
    boolean negative = text.startsWith("-");
    String parts = negative || text.startsWith("+") ? text.substring(1) : text;
    if (parts.equals("0")) {
      return Optional.of(Duration.ZERO);
    }
    if (parts.isEmpty() || parts.length() > LONGEST) {
      return Optional.empty();
    }
    return nanos(parts)
        .map(total -> negative ? total.negate() : total)
        .filter(total -> total.bitLength() <= 63)
        .map(total -> Duration.ofNanos(total.longValueExact()));
  }

  private static Optional<BigInteger> nanos(String parts) {
    var total = BigInteger.ZERO;
    Matcher part = PART.matcher(parts);
    int at = 0;
    while (at < parts.length()) {
      if (!part.region(at, parts.length()).lookingAt()) {
        return Optional.empty();
      }
      String fraction = part.group(2) == null ? "" : part.group(2);
      if (part.group(1).isEmpty() && fraction.isEmpty()) {
        return Optional.empty();
      }
      var number =
          new BigDecimal(new BigInteger("0" + part.group(1) + fraction), fraction.length());
      total = total.add(rounded(number.multiply(BigDecimal.valueOf(nanosPer(part.group(3))))));
      at = part.end();
    }
    return Optional.of(total);
  }

  private static long nanosPer(String unit) {
    return switch (unit) {
      case "h" -> 3_600_000_000_000L;
      case "m" -> 60_000_000_000L;
      case "s" -> 1_000_000_000L;
      case "ms" -> 1_000_000L;
      case "ns" -> 1L;
      default -> 1000L; // microseconds, in one of three spellings
    };
  }

  private static BigInteger rounded(BigDecimal nanos) {
    return nanos.setScale(0, RoundingMode.HALF_EVEN).toBigInteger();
  }
}

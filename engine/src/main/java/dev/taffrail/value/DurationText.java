package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The written form of durations in policies. */
final class DurationText {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:(\\d+)w)?(?:(\\d+)d)?(?:(\\d+)h)?(?:(\\d+)min)?(?:(\\d+)s)?(?:(\\d+)ms)?");
  private static final long[] MILLIS = {604_800_000, 86_400_000, 3_600_000, 60_000, 1000, 1};

  private static final BigInteger NANOS_PER_SECOND = BigInteger.valueOf(1_000_000_000);

  /** Weeks are read but not written: people compare days. */
  private static final List<String> WRITTEN = List.of("d", "h", "min", "s");

  private static final long[] SECONDS = {86_400, 3600, 60, 1};

  private DurationText() {}

  static Optional<Duration> parse(String text) {
    Matcher form = FORM.matcher(text);
    if (text.isEmpty() || !form.matches()) {
      return Optional.empty();
    }
    var millis = BigInteger.ZERO;
    for (int i = 0; i < MILLIS.length; i++) {
      String count = form.group(i + 1);
      if (count != null) {
        millis = millis.add(new BigInteger(count).multiply(BigInteger.valueOf(MILLIS[i])));
      }
    }
    return millis.bitLength() > 63
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(millis.longValueExact()));
  }

  static String write(DurationValue duration) {
    BigDecimal seconds = duration.seconds();
    if (seconds.signum() == 0) {
      return "0s";
    }
    BigInteger[] parts =
        seconds.abs().movePointRight(9).toBigInteger().divideAndRemainder(NANOS_PER_SECOND);
    var out = new StringBuilder(seconds.signum() < 0 ? "-" : "");
    BigInteger rest = parts[0];
    for (int i = 0; i < SECONDS.length; i++) {
      BigInteger[] split = rest.divideAndRemainder(BigInteger.valueOf(SECONDS[i]));
      rest = split[1];
      if (split[0].signum() > 0) {
        out.append(split[0]).append(WRITTEN.get(i));
      }
    }
    if (parts[1].signum() > 0) {
      out.append(new BigDecimal(parts[1], 6).stripTrailingZeros().toPlainString()).append("ms");
    }
    return out.toString();
  }
}

package dev.taffrail.value.version;

import java.util.regex.Pattern;

/**
 * Debian: an epoch before the first colon, a revision behind the last hyphen, and between them
 * stretches of other characters and of digits in turn.
 */
final class DebianOrder implements VersionOrder {
  private static final Pattern FORM =
      Pattern.compile("(?:[0-9]+:)?[0-9][A-Za-z0-9.+~-]*?(?:-[A-Za-z0-9.+~]+)?");

  @Override
  public boolean accepts(String version) {
    return FORM.matcher(version).matches() && !version.endsWith("-");
  }

  @Override
  public int compare(String a, String b) {
    int order = Digits.compare(epoch(a), epoch(b));
    if (order == 0) {
      order = stretches(upstream(a), upstream(b));
    }
    return order != 0 ? order : stretches(revision(a), revision(b));
  }

  private static String epoch(String version) {
    int colon = version.indexOf(':');
    return colon < 0 ? "" : version.substring(0, colon);
  }

  private static String upstream(String version) {
    String rest = version.substring(version.indexOf(':') + 1);
    int hyphen = rest.lastIndexOf('-');
    return hyphen < 0 ? rest : rest.substring(0, hyphen);
  }

  /** None is the same as {@code 0}. */
  private static String revision(String version) {
    int hyphen = version.lastIndexOf('-');
    return hyphen < 0 ? "" : version.substring(hyphen + 1);
  }

  private static int stretches(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      while (i < a.length() && !Digits.isDigit(a.charAt(i))
          || j < b.length() && !Digits.isDigit(b.charAt(j))) {
        int order = Integer.compare(weight(a, i), weight(b, j));
        if (order != 0) {
          return order;
        }
        i++;
        j++;
      }
      int endA = Digits.end(a, Math.min(i, a.length()));
      int endB = Digits.end(b, Math.min(j, b.length()));
      int order =
          Digits.compare(
              a.substring(Math.min(i, a.length()), endA),
              b.substring(Math.min(j, b.length()), endB));
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    return 0;
  }

  /** A tilde comes before the end, the end before letters, letters before everything else. */
  private static int weight(String text, int at) {
    char c = at < text.length() ? text.charAt(at) : 0;
    if (c == '~') {
      return -1;
    }
    if (c == 0 || Digits.isDigit(c)) {
      return 0;
    }
    return Digits.isLetter(c) ? c : c + 256;
  }
}

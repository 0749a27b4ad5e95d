package dev.taffrail.value.version;

import java.util.regex.Pattern;

/**
 * RPM: {@code epoch:version-release}, each in stretches of letters or digits; {@code ~} is before
 * the end, {@code ^} right behind it, other characters only separate.
 */
final class RpmOrder implements VersionOrder {
  private static final Pattern FORM = Pattern.compile("(?:[0-9]+:)?[^\\s:-]+(?:-[^\\s:-]+)?");

  @Override
  public boolean accepts(String version) {
    return FORM.matcher(version).matches();
  }

  @Override
  public int compare(String a, String b) {
    int order = Digits.compare(epoch(a), epoch(b));
    if (order == 0) {
      order = stretches(version(a), version(b));
    }
    return order != 0 ? order : stretches(release(a), release(b));
  }

  private static String epoch(String text) {
    int colon = text.indexOf(':');
    return colon < 0 ? "" : text.substring(0, colon);
  }

  private static String version(String text) {
    int hyphen = text.lastIndexOf('-');
    return text.substring(text.indexOf(':') + 1, hyphen < 0 ? text.length() : hyphen);
  }

  private static String release(String text) {
    int hyphen = text.lastIndexOf('-');
    return hyphen < 0 ? "" : text.substring(hyphen + 1);
  }

  private static int stretches(String a, String b) {
    int i = 0;
    int j = 0;
    while (i < a.length() || j < b.length()) {
      i = pastSeparators(a, i);
      j = pastSeparators(b, j);
      boolean tildeA = is(a, i, '~');
      boolean tildeB = is(b, j, '~');
      boolean caretA = is(a, i, '^');
      boolean caretB = is(b, j, '^');
      if (tildeA != tildeB) {
        return tildeA ? -1 : 1;
      }
      if (caretA != caretB) {
        return caret(caretA, a.length() == i, b.length() == j);
      }
      if (tildeA || caretA) {
        i++;
        j++;
        continue;
      }
      if (i == a.length() || j == b.length()) {
        return Boolean.compare(i < a.length(), j < b.length());
      }
      boolean digits = Digits.isDigit(a.charAt(i));
      if (digits != Digits.isDigit(b.charAt(j))) {
        return digits ? 1 : -1;
      }
      int endA = digits ? Digits.end(a, i) : endOfLetters(a, i);
      int endB = digits ? Digits.end(b, j) : endOfLetters(b, j);
      String x = a.substring(i, endA);
      String y = b.substring(j, endB);
      int order = digits ? Digits.compare(x, y) : x.compareTo(y);
      if (order != 0) {
        return order;
      }
      i = endA;
      j = endB;
    }
    return 0;
  }

  /** One side has a caret: it is behind the end, and before anything that goes on otherwise. */
  private static int caret(boolean first, boolean endA, boolean endB) {
    if (first) {
      return endB ? 1 : -1;
    }
    return endA ? -1 : 1;
  }

  private static boolean is(String text, int at, char wanted) {
    return at < text.length() && text.charAt(at) == wanted;
  }

  private static int pastSeparators(String text, int from) {
    int at = from;
    while (at < text.length() && isSeparator(text.charAt(at))) {
      at++;
    }
    return at;
  }

  private static boolean isSeparator(char c) {
    return !Digits.isDigit(c) && !Digits.isLetter(c) && c != '~' && c != '^';
  }

  private static int endOfLetters(String text, int from) {
    int end = from;
    while (end < text.length() && Digits.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}

package dev.taffrail.value.version;

import java.util.ArrayList;
import java.util.List;

/**
 * For versions of no known system: numbers and words in turn, whatever separates them; a number is
 * newer than the end, and the end newer than a word.
 *
 * <p>So {@code 1.2 < 1.2.1} and {@code 1.2-beta < 1.2}. Case does not count, nor does a {@code v}
 * in front of a number, nor zeros at the end of the numbers: {@code v1.0} is {@code 1}.
 */
final class GenericOrder implements VersionOrder {
  @Override
  public boolean accepts(String version) {
    return version.chars().anyMatch(c -> Digits.isDigit((char) c) || Digits.isLetter((char) c));
  }

  @Override
  public int compare(String a, String b) {
    List<String> x = parts(a);
    List<String> y = parts(b);
    for (int i = 0; i < Math.max(x.size(), y.size()); i++) {
      int order = parts(i < x.size() ? x.get(i) : "", i < y.size() ? y.get(i) : "");
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private static int parts(String a, String b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order;
    }
    return Digits.isNumber(a) ? Digits.compare(a, b) : a.compareTo(b);
  }

  private static int rank(String part) {
    if (part.isEmpty()) {
      return 1;
    }
    return Digits.isNumber(part) ? 2 : 0;
  }

  private static List<String> parts(String version) {
    var parts = new ArrayList<String>();
    String lower = version.toLowerCase(java.util.Locale.ROOT);
    int at = lower.startsWith("v") && lower.length() > 1 && Digits.isDigit(lower.charAt(1)) ? 1 : 0;
    while (at < lower.length()) {
      char c = lower.charAt(at);
      int end = Digits.isDigit(c) ? Digits.end(lower, at) : endOfLetters(lower, at);
      if (end > at) {
        if (!Digits.isDigit(c)) {
          dropZeros(parts);
        }
        parts.add(lower.substring(at, end));
      }
      at = Math.max(end, at + 1);
    }
    dropZeros(parts);
    return parts;
  }

  private static void dropZeros(List<String> parts) {
    while (!parts.isEmpty() && Digits.isNumber(parts.getLast()) && Digits.isZero(parts.getLast())) {
      parts.removeLast();
    }
  }

  private static int endOfLetters(String text, int from) {
    int end = from;
    while (end < text.length() && Digits.isLetter(text.charAt(end))) {
      end++;
    }
    return end;
  }
}

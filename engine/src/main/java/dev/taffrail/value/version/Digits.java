package dev.taffrail.value.version;

/** Numbers of any length, as the digits they are written in. */
final class Digits {
  private Digits() {}

  /** By amount; no digits are zero. */
  static int compare(String a, String b) {
    String x = withoutZeros(a);
    String y = withoutZeros(b);
    int order = Integer.compare(x.length(), y.length());
    return order != 0 ? order : x.compareTo(y);
  }

  static boolean isZero(String digits) {
    return withoutZeros(digits).isEmpty();
  }

  /** Only the digits of ASCII: versions are compared alike in every language. */
  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> isDigit((char) c));
  }

  /** Where the digits that start at an index end. */
  static int end(String text, int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static String withoutZeros(String digits) {
    int first = 0;
    while (first < digits.length() && digits.charAt(first) == '0') {
      first++;
    }
    return digits.substring(first);
  }
}

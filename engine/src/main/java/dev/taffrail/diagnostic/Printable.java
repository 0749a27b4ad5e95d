package dev.taffrail.diagnostic;

import java.util.Locale;

/**
 * Text of users as it is safe to print: what a terminal would obey or nobody would see is spelt
 * out.
 */
final class Printable {
  private Printable() {}

  static String text(String text) {
    var printable = new StringBuilder(text.length());
    text.codePoints().forEach(c -> printable.append(character(c)));
    return printable.toString();
  }

  static String character(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return " ";
    }
    return isSpeltOut(c) ? speltOut(c) : Character.toString(c);
  }

  /** Without a format string, since a damaged file has a hundred such characters on each line. */
  private static String speltOut(int c) {
    String digits = Integer.toHexString(c).toUpperCase(Locale.ROOT);
    return "<U+" + "0".repeat(Math.max(0, 4 - digits.length())) + digits + ">";
  }

  private static boolean isSpeltOut(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.UNASSIGNED,
          Character.PRIVATE_USE ->
          true;
      default -> false;
    };
  }

  /** How many columns a terminal gives to what {@link #character} returns. */
  static int width(int c) {
    if (isSpeltOut(c)) {
      return character(c).length();
    }
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
      return 0;
    }
    return isWide(c) ? 2 : 1;
  }

  /** The blocks that Unicode calls wide or full-width, coarsely. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || (c >= 0x1F300 && c <= 0x1F64F)
        || (c >= 0x1F900 && c <= 0x1F9FF)
        || (c >= 0x20000 && c <= 0x3FFFD);
  }
}

package dev.taffrail.object;

/**
 * Where the characters of a text stand that is written between double quotes on one line.
 *
 * <p>The escapes of JSON are followed; a text with others, or one that is written in another way,
 * has no offsets.
 */
final class QuotedOffsets {
  private static final int[] NONE = {};

  private QuotedOffsets() {}

  /** One for each character of the value and one for its end; empty if they are not known. */
  static int[] of(String source, Node.Text text) {
    String value = text.value();
    if (text.start() >= source.length() || source.charAt(text.start()) != '"') {
      return NONE;
    }
    var offsets = new int[value.length() + 1];
    int at = text.start() + 1;
    for (int i = 0; i < value.length(); i++) {
      if (at >= text.end() - 1) {
        return NONE;
      }
      offsets[i] = at;
      int length = length(source, at, value.charAt(i));
      if (length == 0) {
        return NONE;
      }
      at += length;
    }
    offsets[value.length()] = at;
    return at == text.end() - 1 ? offsets : NONE;
  }

  /** How many characters of the source stand for a character, or 0 if they do not. */
  private static int length(String source, int at, char meant) {
    char written = source.charAt(at);
    if (written != '\\') {
      return written == meant ? 1 : 0;
    }
    char escape = at + 1 < source.length() ? source.charAt(at + 1) : ' ';
    if (escape == 'u') {
      return at + 6 <= source.length() && isCode(source.substring(at + 2, at + 6), meant) ? 6 : 0;
    }
    char decoded =
        switch (escape) {
          case 'n' -> '\n';
          case 't' -> '\t';
          case 'r' -> '\r';
          case 'b' -> '\b';
          case 'f' -> '\f';
          default -> escape;
        };
    return decoded == meant ? 2 : 0;
  }

  private static boolean isCode(String digits, char meant) {
    return digits.equalsIgnoreCase("%04x".formatted((int) meant));
  }
}

package dev.taffrail.source;

/**
 * Makes text of users safe to print on a terminal.
 *
 * <p>Manifests and file names come from strangers: an escape sequence in a label must not move the
 * cursor, and a bidirectional control must not reorder what the reader sees.
 */
public final class Printable {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int REPLACEMENT = 0xFFFD;

  private Printable() {}

  /** The text on one line: every control character, line ends included, as a visible symbol. */
  public static String line(String text) {
    if (text.chars().allMatch(c -> c >= ' ' && c < 0x7F)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(symbol(c)));
    return out.toString();
  }

  /**
   * The text, or its beginning and an ellipsis; never half of a character.
   *
   * @param most how many UTF-16 units there is room for, the ellipsis included; at least 2
   */
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = most - 1;
    return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
  }

  /** The character itself, or what is printed in its place. */
  static int symbol(int codePoint) {
    if (codePoint < ' ') {
      return CONTROL_PICTURES + codePoint;
    }
    if (codePoint == 0x7F) {
      return DELETE_PICTURE;
    }
    return isHarmful(codePoint) ? REPLACEMENT : codePoint;
  }

  private static boolean isHarmful(int codePoint) {
    boolean moreControls = codePoint >= 0x80 && codePoint < 0xA0;
    boolean bidirectional =
        codePoint == 0x061C
            || codePoint == 0x200E
            || codePoint == 0x200F
            || (codePoint >= 0x202A && codePoint <= 0x202E)
            || (codePoint >= 0x2066 && codePoint <= 0x2069);
    boolean lineEnd = codePoint == 0x2028 || codePoint == 0x2029;
    boolean halfPair = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    boolean noCharacter = (codePoint & 0xFFFE) == 0xFFFE;
    return moreControls || bidirectional || lineEnd || halfPair || noCharacter;
  }
}

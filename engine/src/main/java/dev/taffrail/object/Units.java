package dev.taffrail.object;

/**
 * A text with one byte for each of its UTF-16 units, so that places in both are the same.
 *
 * <p>Characters of ASCII stand for themselves. Those beyond matter to a reader only by what they
 * may not be, and are cut out of the text itself where they are part of a string.
 */
final class Units {
  /** A character beyond ASCII. */
  static final byte OTHER = -1;

  /** A character that is not allowed in YAML, or breaks lines for some of its readers. */
  static final byte ODD = -2;

  private final String text;
  private final byte[] bytes;

  private Units(String text, byte[] bytes) {
    this.text = text;
    this.bytes = bytes;
  }

  /** The bytes that a text was decoded from serve as they are if they are ASCII. */
  static Units of(DecodedText decoded, byte[] bytes) {
    String text = decoded.text();
    // valid sequences of more than one byte, and marks of byte order, make the text shorter
    boolean ascii = text.length() == bytes.length && decoded.broken().isEmpty();
    return ascii ? new Units(text, bytes) : of(text);
  }

  static Units of(String text) {
    int length = text.length();
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      bytes[i] = c < 0x80 ? (byte) c : beyond(text, i);
    }
    return new Units(text, bytes);
  }

  private static byte beyond(String text, int at) {
    char c = text.charAt(at);
    boolean odd =
        Character.isSurrogate(c)
            ? !isPaired(text, at)
            : c < '\u00A0' || c == '\u2028' || c == '\u2029' || c >= '\uFEFF';
    // U+FFFD stands where bytes were broken, which is reported elsewhere, and is a usual character
    return odd && c != '\uFFFD' ? ODD : OTHER;
  }

  private static boolean isPaired(String text, int at) {
    int first = Character.isLowSurrogate(text.charAt(at)) ? at - 1 : at;
    return first >= 0
        && first + 1 < text.length()
        && Character.isSurrogatePair(text.charAt(first), text.charAt(first + 1));
  }

  String text() {
    return text;
  }

  byte[] bytes() {
    return bytes;
  }
}

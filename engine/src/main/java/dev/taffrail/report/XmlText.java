package dev.taffrail.report;

/** Makes text of users fit for XML 1.0, which has no way to write most control characters. */
public final class XmlText {
  private static final int REPLACEMENT = 0xFFFD;

  private XmlText() {}

  public static String legal(String text) {
    if (text.codePoints().allMatch(XmlText::isLegal)) {
      return text;
    }
    var out = new StringBuilder(text.length());
    text.codePoints().forEach(c -> out.appendCodePoint(isLegal(c) ? c : REPLACEMENT));
    return out.toString();
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }
}

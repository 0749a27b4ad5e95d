package dev.taffrail.object;

/** Text of a user inside of a message: in backticks, on one line, not longer than one can read. */
final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  static String of(String text) {
    var shown = new StringBuilder("`");
    int length = 0;
    for (int i = 0; i < text.length() && length < LONGEST; length++) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> {
          boolean visible = !Character.isISOControl(c) && c != '\u2028' && c != '\u2029';
          shown.appendCodePoint(visible ? c : 0xFFFD);
        }
      }
    }
    return shown.append(length < text.codePointCount(0, text.length()) ? "…`" : "`").toString();
  }
}

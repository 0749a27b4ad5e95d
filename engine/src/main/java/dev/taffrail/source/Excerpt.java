package dev.taffrail.source;

/**
 * The first line of a span, ready to print with an underline below it.
 *
 * <p>Tabs are spaces, control characters are visible symbols, and a long line is cut around the
 * span.
 *
 * @param line 1-based line number
 * @param text what to print; {@code …} stands for a part that was cut
 * @param column how many columns of the terminal lie before the span
 * @param width how many columns the underline takes, at least 1
 */
public record Excerpt(int line, String text, int column, int width) {
  private static final String TAB = "    ";
  private static final String CUT = "…";

  /** Of a long line, this share of the room is kept before the span. */
  private static final int SHARE_BEFORE = 3;

  /**
   * The excerpt of a span.
   *
   * @param room the columns that the text may take
   */
  public static Excerpt of(Span span, int room) {
    String text = span.source().text();
    int line = span.startPosition().line();
    int lineStart = span.source().lineStart(line);
    // Looks no further than the room, as a whole file may stand on one line.
    int lineEnd = lineEnd(text, span.start(), room);
    boolean endsLater = lineEnd < text.length() && !isLineEnd(text.charAt(lineEnd));

    String marked =
        shown(text, span.start(), Math.max(span.start(), Math.min(span.end(), lineEnd)));
    int markedWidth = DisplayWidth.of(marked);
    String after = shown(text, Math.min(Math.max(span.end(), span.start()), lineEnd), lineEnd);
    int nearStart = Math.max(lineStart, span.start() - room);
    String before = shown(text, nearStart, span.start());
    boolean beginsEarlier = nearStart > lineStart;

    int whole = DisplayWidth.of(before) + markedWidth + DisplayWidth.of(after);
    if (!beginsEarlier && !endsLater && whole <= room) {
      return new Excerpt(
          line, before + marked + after, DisplayWidth.of(before), Math.max(1, markedWidth));
    }
    int keptBefore = Math.max(room / SHARE_BEFORE, room - markedWidth - DisplayWidth.of(after) - 1);
    if (beginsEarlier || DisplayWidth.of(before) > keptBefore) {
      before = CUT + last(before, keptBefore - 1);
    }
    int rest = room - DisplayWidth.of(before);
    String tail = marked + after;
    if (endsLater || DisplayWidth.of(tail) > rest) {
      tail = first(tail, rest - 1) + CUT;
    }
    int width = Math.min(markedWidth, DisplayWidth.of(tail));
    return new Excerpt(line, before + tail, DisplayWidth.of(before), Math.max(1, width));
  }

  private static int lineEnd(String text, int from, int room) {
    int limit = (int) Math.min(text.length(), (long) from + 2L * room);
    int end = from;
    while (end < limit && !isLineEnd(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isLineEnd(char c) {
    return c == '\n' || c == '\r';
  }

  private static String shown(String text, int start, int end) {
    return Printable.line(text.substring(start, end).replace("\t", TAB));
  }

  private static String first(String text, int room) {
    int used = 0;
    int end = 0;
    while (end < text.length()) {
      int c = text.codePointAt(end);
      used += DisplayWidth.of(c);
      if (used > room) {
        break;
      }
      end += Character.charCount(c);
    }
    return text.substring(0, end);
  }

  private static String last(String text, int room) {
    int used = 0;
    int start = text.length();
    while (start > 0) {
      int c = text.codePointBefore(start);
      used += DisplayWidth.of(c);
      if (used > room) {
        break;
      }
      start -= Character.charCount(c);
    }
    return text.substring(start);
  }
}

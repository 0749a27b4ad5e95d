package dev.taffrail.diagnostic;

/**
 * One line of source as it is printed, with the column of each character.
 *
 * <p>Of a long line only the surroundings of the interesting place are shown.
 */
final class SourceLine {
  private static final int TAB = 4;
  private static final int LONGEST = 120;
  private static final int BEFORE = 40;

  private final String text;
  private final int start;
  private final int[] columns;

  private SourceLine(String text, int start, int[] columns) {
    this.text = text;
    this.start = start;
    this.columns = columns;
  }

  /**
   * Lays out a line.
   *
   * @param line the line without its end
   * @param interesting index of a character that must be visible
   */
  static SourceLine of(String line, int interesting) {
    int start = 0;
    int end = line.length();
    if (end > LONGEST) {
      start = characterAt(line, Math.max(0, Math.min(interesting - BEFORE, end - LONGEST)));
      end = characterAt(line, Math.min(end, start + LONGEST));
    }
    var text = new StringBuilder(start > 0 ? "…" : "");
    int column = text.length();
    var columns = new int[end - start + 1];
    for (int i = start; i < end; ) {
      int c = line.codePointAt(i);
      int length = Character.charCount(c);
      for (int j = 0; j < length && i + j < end; j++) {
        columns[i + j - start] = column;
      }
      if (c == '\t') {
        int spaces = TAB - column % TAB;
        text.append(" ".repeat(spaces));
        column += spaces;
      } else {
        text.append(Printable.character(c));
        column += Printable.width(c);
      }
      i += length;
    }
    columns[end - start] = column;
    if (end < line.length()) {
      text.append('…');
    }
    return new SourceLine(text.toString(), start, columns);
  }

  /** Never between the halves of one character. */
  private static int characterAt(String line, int index) {
    boolean inside =
        index > 0
            && index < line.length()
            && Character.isLowSurrogate(line.charAt(index))
            && Character.isHighSurrogate(line.charAt(index - 1));
    return inside ? index - 1 : index;
  }

  String text() {
    return text;
  }

  /** The 0-based column of a character; of one that is not shown, the nearest that is. */
  int column(int index) {
    return columns[Math.max(0, Math.min(index - start, columns.length - 1))];
  }
}

package dev.taffrail.diagnostic;

/** A row of underlines, connectors and words below a line of source. */
final class MarkRow {
  private final StringBuilder text = new StringBuilder();

  /** For each character {@code p} for primary, {@code s} for secondary, or a space. */
  private final StringBuilder kinds = new StringBuilder();

  /** Writes from a column on, over what is there. */
  void put(int column, String words, boolean primary) {
    int end = column + words.length();
    int missing = Math.max(0, end - text.length());
    text.repeat(' ', missing).replace(column, end, words);
    kinds.repeat(' ', missing).replace(column, end, (primary ? "p" : "s").repeat(words.length()));
  }

  int length() {
    return text.length();
  }

  String print(Style style, Level level) {
    var out = new StringBuilder();
    for (int start = 0, end; start < text.length(); start = end) {
      end = start;
      while (end < text.length() && kinds.charAt(end) == kinds.charAt(start)) {
        end++;
      }
      var run = text.substring(start, end);
      out.append(
          switch (kinds.charAt(start)) {
            case 'p' -> style.primary(level, run);
            case 's' -> style.secondary(run);
            default -> run;
          });
    }
    return out.toString();
  }
}

package dev.taffrail.object;

/**
 * The text of one YAML document inside its file: which characters it has, and which place in the
 * file a code point of it has.
 *
 * <p>The YAML parser counts code points from the start of the document, the rest of the program
 * counts UTF-16 units from the start of the file.
 */
final class YamlText {
  private final String file;
  private final int start;
  private final int end;
  private final Offsets astral;
  private final Offsets separators;
  private final Offsets tabs;

  private YamlText(
      String file, DocumentParts.Part part, Offsets astral, Offsets separators, Offsets tabs) {
    this.file = file;
    this.start = part.start();
    this.end = part.end();
    this.astral = astral;
    this.separators = separators;
    this.tabs = tabs;
  }

  /**
   * Looks at every character of a document.
   *
   * @throws UnreadableException if one of them is not allowed in YAML
   */
  static YamlText of(String file, DocumentParts.Part part) throws UnreadableException {
    var astral = new Offsets();
    var separators = new Offsets();
    var tabs = new Offsets();
    int unseen = part.start();
    for (int i = part.start(); i < part.end(); i++) {
      char c = file.charAt(i);
      if (c >= ' ' && c < 0x7F) {
        continue;
      }
      if (c == '\n' || c == '\r') {
        unseen = i + 1;
      } else if (c == '\t') {
        if (isIndentation(file, unseen, i)) {
          tabs.add(i);
        }
        // a second tab of a line tells nothing new, and looking back from each would be quadratic
        unseen = Integer.MAX_VALUE;
      } else if (isLineSeparator(c)) {
        separators.add(i);
      } else if (isPair(file, i, part.end())) {
        astral.add(i - part.start() - astral.size());
        i++;
      } else if (!isAllowed(c)) {
        throw new UnreadableException(
            i,
            i + 1,
            "the character U+%04X is not allowed in YAML".formatted((int) c),
            "remove it, or write it as an escape in double quotes");
      }
    }
    return new YamlText(file, part, astral, separators, tabs);
  }

  /** Whether a place on a line has nothing before it but spaces and the marks of items and keys. */
  private static boolean isIndentation(String text, int lineStart, int at) {
    for (int i = lineStart; i < at; i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '-' && c != '?') {
        return false;
      }
    }
    return lineStart <= at;
  }

  /** Line breaks in YAML 1.1, which kubectl speaks, and plain characters in YAML 1.2. */
  private static boolean isLineSeparator(char c) {
    return c == '\u0085' || c == '\u2028' || c == '\u2029';
  }

  private static boolean isAllowed(char c) {
    return c >= '\u00A0' && !Character.isSurrogate(c) && c < '\uFFFE';
  }

  private static boolean isPair(String text, int i, int end) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < end
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** What the parser gets: kubectl ends the last line of each document too. */
  String forParser() {
    String text = file.substring(start, end);
    return text.endsWith("\n") ? text : text + "\n";
  }

  int end() {
    return end;
  }

  /** Where Unicode line separators stand. */
  Offsets separators() {
    return separators;
  }

  /** Where the first tab of a line stands, if it is part of the indentation. */
  Offsets tabs() {
    return tabs;
  }

  boolean isLineStart(int offset) {
    return offset == start || file.charAt(offset - 1) == '\n' || file.charAt(offset - 1) == '\r';
  }

  char charAt(int offset) {
    return file.charAt(offset);
  }

  String slice(int from, int to) {
    return file.substring(from, Math.min(to, end));
  }

  /** Behind the line end that follows {@code offset}, or the end of the document. */
  int lineEnd(int offset) {
    int i = offset;
    while (i < end && file.charAt(i) != '\n') {
      i++;
    }
    return Math.min(i + 1, end);
  }

  /** The offset in the file of a code point of {@link #forParser}. */
  int offset(int codePoint) {
    int offset = start + codePoint;
    if (!astral.isEmpty()) {
      offset += astral.countBefore(codePoint);
    }
    return Math.min(offset, end);
  }

  /** The place behind the last character before {@code offset} that is no blank and no line end. */
  int trimmed(int from, int offset) {
    int trimmed = offset;
    while (trimmed > from && isBlankOrBreak(file.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }

  /** The first place from {@code offset} on that is no blank, line end or comment. */
  int skipBlanks(int offset) {
    int i = offset;
    while (i < end) {
      char c = file.charAt(i);
      if (c == '#') {
        int line = file.indexOf('\n', i);
        i = line < 0 || line > end ? end : line;
      } else if (isBlankOrBreak(c)) {
        i++;
      } else {
        break;
      }
    }
    return i;
  }

  /** Where a node starts behind its anchor and tag. */
  int skipProperties(int offset) {
    int i = skipBlanks(offset);
    while (i < end && (file.charAt(i) == '&' || file.charAt(i) == '!')) {
      while (i < end && !isBlankOrBreak(file.charAt(i))) {
        i++;
      }
      i = skipBlanks(i);
    }
    return i;
  }

  static boolean isBlankOrBreak(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}

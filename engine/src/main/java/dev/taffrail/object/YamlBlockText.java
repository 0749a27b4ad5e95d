package dev.taffrail.object;

/** A text behind {@code |} or {@code >}: its lines without their indentation, folded or not. */
final class YamlBlockText {
  private final YamlCursor cursor;
  private final boolean folded;
  private final StringBuilder value = new StringBuilder();
  private char chomping;
  private int indentation;

  /** Where the last line of the text ends. */
  private int textEnd;

  private YamlBlockText(YamlCursor cursor) {
    this.cursor = cursor;
    this.folded = cursor.peek() == '>';
  }

  /**
   * The text whose indicator is here, which is passed with the lines that belong to it.
   *
   * @param parent the column of the key or the dash before it
   */
  static Node.Text read(YamlCursor cursor, int parent) throws GaveUp {
    var text = new YamlBlockText(cursor);
    int start = cursor.at;
    text.header(parent);
    int breaks = text.indentation == 0 ? text.findIndentation(parent + 1) : text.blankLines();
    text.lines(breaks);
    int end = cursor.trimmed(start, text.textEnd);
    cursor.commented = false;
    cursor.nextContent();
    return new Node.Text(cursor.limited(text.value.toString()), start, end);
  }

  private void header(int parent) throws GaveUp {
    for (cursor.at++; ; cursor.at++) {
      int c = cursor.peek();
      if ((c == '+' || c == '-') && chomping == 0) {
        chomping = (char) c;
      } else if (c >= '1' && c <= '9' && indentation == 0) {
        indentation = parent + c - '0';
      } else {
        break;
      }
    }
    if (!cursor.lineEnds()) {
      throw GaveUp.HERE;
    }
    while (cursor.peek() != '\n') {
      cursor.at++;
    }
    cursor.at++;
  }

  /** Takes it from the first line that is not blank; gives how many are blank before. */
  private int findIndentation(int least) throws GaveUp {
    int breaks = 0;
    int most = 0;
    while (cursor.at < cursor.end) {
      int line = cursor.at;
      cursor.skipSpaces();
      int spaces = cursor.at - line;
      if (cursor.peek() != '\n') {
        indentation = spaces;
        cursor.at = line;
        break;
      }
      most = Math.max(most, spaces);
      breaks++;
      cursor.at++;
    }
    // without a line the text is empty, and what is blank before it counts in odd ways
    if (indentation < Math.max(least, 1) || most > indentation) {
      throw GaveUp.HERE;
    }
    return breaks;
  }

  /** Passes lines without text; gives how many. */
  private int blankLines() {
    int breaks = 0;
    while (cursor.at < cursor.end) {
      int line = cursor.at;
      int limit = Math.min(line + indentation, cursor.end);
      int i = line;
      while (i < limit && cursor.units[i] == ' ') {
        i++;
      }
      if (cursor.peek(i) != '\n') {
        break;
      }
      breaks++;
      cursor.at = i + 1;
    }
    return breaks;
  }

  private void lines(int before) throws GaveUp {
    int breaks = before;
    if (!isText()) {
      throw GaveUp.HERE;
    }
    while (true) {
      append(breaks);
      int from = cursor.at + indentation;
      boolean flush = !isSpaced(from);
      line(from);
      breaks = blankLines();
      if (!isText()) {
        break;
      }
      if (!folded || !flush || isSpaced(cursor.at + indentation)) {
        value.append('\n');
      } else if (breaks == 0) {
        value.append(' ');
      }
    }
    if (chomping != '-') {
      value.append('\n');
    }
    if (chomping == '+') {
      append(breaks);
    }
  }

  private void append(int breaks) {
    for (int i = 0; i < breaks; i++) {
      value.append('\n');
    }
  }

  private void line(int from) throws GaveUp {
    int to = from;
    boolean blank = true;
    boolean tab = false;
    for (int c = cursor.peek(to); c != '\n'; c = cursor.peek(++to)) {
      tab |= c == '\t' && blank;
      blank &= c == ' ' || c == '\t';
    }
    if (tab) {
      // a tab where blanks end may be taken for indentation
      throw GaveUp.HERE;
    }
    value.append(cursor.text, from, to);
    textEnd = to;
    cursor.at = Math.min(to + 1, cursor.end);
  }

  /** Whether the line that starts here is indented as deep as the text. */
  private boolean isText() {
    int from = cursor.at + indentation;
    if (from >= cursor.end) {
      return false;
    }
    for (int i = cursor.at; i < from; i++) {
      if (cursor.units[i] != ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean isSpaced(int place) {
    return cursor.peek(place) == ' ' || cursor.peek(place) == '\t';
  }
}

package dev.taffrail.object;

/** Lists and objects of YAML between brackets, without comments. */
final class DirectFlow {
  private final YamlCursor cursor;
  private final OpenNodes open;

  DirectFlow(YamlCursor cursor, OpenNodes open) {
    this.cursor = cursor;
    this.open = open;
  }

  /** The list or object whose bracket is here, which is passed. */
  Node collection(int depth) throws GaveUp {
    cursor.count(depth);
    int start = cursor.at++;
    skipBlanks();
    int base = open.size();
    if (cursor.units[start] == '[') {
      if (cursor.peek() != ']') {
        do {
          open.add(value(depth + 1));
        } while (goesOn(']'));
      }
      cursor.at++;
      return open.sequence(base, start, cursor.at);
    }
    if (cursor.peek() != '}') {
      do {
        entry(depth + 1);
      } while (goesOn('}'));
    }
    cursor.at++;
    return open.mapping(base, start, cursor.at);
  }

  private boolean goesOn(char close) throws GaveUp {
    skipBlanks();
    int c = cursor.peek();
    if (c == close && cursor.at < cursor.end) {
      return false;
    }
    if (c != ',') {
      throw GaveUp.HERE;
    }
    cursor.at++;
    skipBlanks();
    return true;
  }

  private void skipBlanks() {
    while (cursor.at < cursor.end && cursor.isBlank(cursor.at)) {
      cursor.at++;
    }
  }

  private void entry(int depth) throws GaveUp {
    int keyStart = cursor.at;
    String key;
    if (isQuote()) {
      key = YamlQuotes.read(cursor);
    } else {
      key = YamlPlain.key(plain());
      if (!cursor.isBlank(cursor.at + 1)) {
        throw GaveUp.HERE;
      }
    }
    if (cursor.peek() != ':' || cursor.at - keyStart > YamlCursor.LONGEST_KEY) {
      throw GaveUp.HERE;
    }
    cursor.at++;
    skipBlanks();
    open.add(key, keyStart, value(depth));
  }

  private boolean isQuote() {
    return cursor.peek() == '"' || cursor.peek() == '\'';
  }

  private Node value(int depth) throws GaveUp {
    if (cursor.peek() == '[' || cursor.peek() == '{') {
      return collection(depth);
    }
    int start = cursor.at;
    cursor.count();
    if (isQuote()) {
      String value = YamlQuotes.read(cursor);
      return new Node.Text(value, start, cursor.at);
    }
    String value = plain();
    if (cursor.peek() == ':') {
      throw GaveUp.HERE;
    }
    return YamlPlain.node(value, start, start + value.length());
  }

  /** An unquoted scalar; the place behind it is that of a colon, or behind its spaces. */
  private String plain() throws GaveUp {
    int start = cursor.at;
    // a line of dots would end the document
    if (!YamlPlain.starts(cursor) || cursor.units[start - 1] == '\n') {
      throw GaveUp.HERE;
    }
    int i = start;
    while (true) {
      int c = cursor.peek(i);
      if (c == '\n' || c == ',' || c == ']' || c == '}') {
        break;
      }
      if (c == ':' && (cursor.isBlank(i + 1) || isIndicator(cursor.peek(i + 1)))) {
        break;
      }
      if (c == '[' || c == '{' || c == '?' || c == '#' || c == '\t') {
        throw GaveUp.HERE;
      }
      i++;
    }
    int trimmed = cursor.trimmed(start, i);
    if (trimmed == start || trimmed < i && cursor.peek(i) == ':') {
      throw GaveUp.HERE;
    }
    if (trimmed == start + 1 && cursor.units[start] == '-') {
      throw GaveUp.HERE;
    }
    cursor.at = i;
    return cursor.slice(start, trimmed);
  }

  private static boolean isIndicator(int c) {
    return c == ',' || c == '[' || c == ']' || c == '{' || c == '}';
  }
}

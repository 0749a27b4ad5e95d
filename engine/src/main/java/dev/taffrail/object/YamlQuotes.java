package dev.taffrail.object;

/** Quoted texts of YAML that end on their line. */
final class YamlQuotes {
  private YamlQuotes() {}

  /** The text that starts here, which is passed. */
  static String read(YamlCursor cursor) throws GaveUp {
    return cursor.peek() == '"' ? doubleQuoted(cursor) : singleQuoted(cursor);
  }

  private static String singleQuoted(YamlCursor cursor) throws GaveUp {
    int from = cursor.at + 1;
    boolean doubled = false;
    int i = from;
    while (true) {
      int c = cursor.peek(i);
      if (c == '\n' || c == '\t') {
        throw GaveUp.HERE;
      }
      if (c == '\'') {
        if (cursor.peek(i + 1) != '\'') {
          break;
        }
        doubled = true;
        i++;
      }
      i++;
    }
    cursor.at = i + 1;
    String written = cursor.slice(from, i);
    return doubled ? written.replace("''", "'") : written;
  }

  private static String doubleQuoted(YamlCursor cursor) throws GaveUp {
    int from = cursor.at + 1;
    int i = from;
    for (int c = cursor.peek(i); c != '"'; c = cursor.peek(++i)) {
      if (c == '\\') {
        return escaped(cursor, from, i);
      }
      if (c == '\n' || c == '\t') {
        throw GaveUp.HERE;
      }
    }
    cursor.at = i + 1;
    return cursor.slice(from, i);
  }

  /** A text with escapes, the first of them at a place. */
  private static String escaped(YamlCursor cursor, int from, int first) throws GaveUp {
    var value = new StringBuilder();
    int copied = from;
    int i = first;
    for (int c = cursor.peek(i); c != '"'; c = cursor.peek(i)) {
      if (c == '\n' || c == '\t') {
        throw GaveUp.HERE;
      }
      if (c == '\\') {
        value.append(cursor.text, copied, i);
        i = escape(cursor, i + 1, value);
        copied = i;
      } else {
        i++;
      }
    }
    cursor.at = i + 1;
    return cursor.limited(value.append(cursor.text, copied, i).toString());
  }

  /** Decodes what stands behind a backslash, and gives the place behind it. */
  private static int escape(YamlCursor cursor, int at, StringBuilder value) throws GaveUp {
    switch (cursor.peek(at)) {
      case '"' -> value.append('"');
      case '\\' -> value.append('\\');
      case 'n' -> value.append('\n');
      case 't' -> value.append('\t');
      case 'r' -> value.append('\r');
      case 'b' -> value.append('\b');
      case 'f' -> value.append('\f');
      case '0' -> value.append('\0');
      case 'a' -> value.append('\u0007');
      case 'v' -> value.append('\u000B');
      case 'e' -> value.append('\u001B');
      case 'x' -> {
        value.append(code(cursor, at + 1, 2));
        return at + 3;
      }
      case 'u' -> {
        value.append(code(cursor, at + 1, 4));
        return at + 5;
      }
      default -> throw GaveUp.HERE;
    }
    return at + 1;
  }

  private static char code(YamlCursor cursor, int from, int digits) throws GaveUp {
    int code = 0;
    for (int i = from; i < from + digits; i++) {
      int digit = cursor.peek(i) > 0 ? Character.digit(cursor.peek(i), 16) : -1;
      if (digit < 0) {
        throw GaveUp.HERE;
      }
      code = code * 16 + digit;
    }
    if (Character.isSurrogate((char) code)) {
      throw GaveUp.HERE;
    }
    return (char) code;
  }
}

package dev.taffrail.object;

import java.util.ArrayDeque;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Finds the first mistake in a text that is not JSON, and words for it.
 *
 * <p>Runs only when the parser has failed: its messages name its classes and its places are near
 * the mistake, not on it.
 */
final class JsonMistakes {
  /** An escaped high half without its low half, or the other way round. */
  private static final Pattern HALF_PAIR =
      Pattern.compile(
          "\\\\u[dD][89abAB]..(?!\\\\u[dD][c-fC-F])|(?<!\\\\u[dD][89abAB]..)\\\\u[dD][c-fC-F]");

  private static final String BLANKS = " \t\r\n";

  private final String file;
  private final DocumentParts.Part part;
  private final ArrayDeque<Integer> open = new ArrayDeque<>();
  private int at;

  private JsonMistakes(String file, DocumentParts.Part part) {
    this.file = file;
    this.part = part;
    this.at = part.start();
  }

  /** The mistake; {@code near} is where the parser gave up. */
  static UnreadableException describe(String file, DocumentParts.Part part, int near) {
    try {
      new JsonMistakes(file, part).values();
      return new UnreadableException(
          near, near, "this is not JSON", "check it with a JSON formatter");
    } catch (UnreadableException mistake) {
      return mistake;
    }
  }

  private enum Expected {
    VALUE,
    VALUE_OR_END,
    KEY,
    KEY_OR_END,
    COLON,
    COMMA_OR_END
  }

  private void values() throws UnreadableException {
    Expected expected = Expected.VALUE;
    for (blanks(); at < part.end() || !open.isEmpty(); blanks()) {
      if (at == part.end()) {
        int bracket = open.peek();
        throw new UnreadableException(
            bracket,
            bracket + 1,
            "the bracket `" + file.charAt(bracket) + "` that opens here is never closed",
            "add the closing bracket, or check whether the file is cut off");
      }
      expected =
          switch (expected) {
            case VALUE -> value(false);
            case VALUE_OR_END -> value(true);
            case KEY -> key(false);
            case KEY_OR_END -> key(true);
            case COLON -> colon();
            case COMMA_OR_END -> commaOrEnd();
          };
    }
  }

  private Expected value(boolean mayEnd) throws UnreadableException {
    char c = file.charAt(at);
    switch (c) {
      case '{', '[' -> {
        open.push(at++);
        return c == '{' ? Expected.KEY_OR_END : Expected.VALUE_OR_END;
      }
      case '"' -> string();
      case ']', '}' -> {
        if (c == ']' && mayEnd) {
          return close();
        }
        throw open.isEmpty() ? notOpen(c) : noValue(c);
      }
      default -> word();
    }
    return behindValue();
  }

  private Expected behindValue() {
    return open.isEmpty() ? Expected.VALUE : Expected.COMMA_OR_END;
  }

  private Expected close() {
    open.pop();
    at++;
    return behindValue();
  }

  private Expected key(boolean mayEnd) throws UnreadableException {
    char c = file.charAt(at);
    if (c == '}' && mayEnd) {
      return close();
    }
    if (c == '}') {
      throw noValue(c);
    }
    if (c != '"') {
      throw isWordStart(c) || c == '\''
          ? new UnreadableException(
              at,
              wordEnd(),
              "a key in JSON has to stand in double quotes",
              "write `\"key\": value`; a file that starts with `{` is read as JSON, not as YAML")
          : unexpected("a key in double quotes");
    }
    int start = at;
    string();
    if (HALF_PAIR.matcher(file).region(start, at).find()) {
      throw new UnreadableException(
          start, at, "a key cannot hold half of a surrogate pair", "write the character itself");
    }
    return Expected.COLON;
  }

  private Expected colon() throws UnreadableException {
    if (file.charAt(at) != ':') {
      throw unexpected("a colon behind the key");
    }
    at++;
    return Expected.VALUE;
  }

  private Expected commaOrEnd() throws UnreadableException {
    char c = file.charAt(at);
    boolean inObject = file.charAt(open.peek()) == '{';
    if (c == ',') {
      at++;
      return inObject ? Expected.KEY : Expected.VALUE;
    }
    if (c == (inObject ? '}' : ']')) {
      return close();
    }
    throw unexpected(inObject ? "a comma or `}`" : "a comma or `]`");
  }

  private UnreadableException notOpen(char bracket) {
    return new UnreadableException(
        at, at + 1, "`" + bracket + "` closes a bracket that is not open", "remove it");
  }

  private UnreadableException noValue(char bracket) {
    int before = at - 1;
    while (before > part.start() && BLANKS.indexOf(file.charAt(before)) >= 0) {
      before--;
    }
    return file.charAt(before) == ','
        ? new UnreadableException(
            before, before + 1, "JSON allows no comma before `" + bracket + "`", "remove the comma")
        : new UnreadableException(
            at, at + 1, "there is no value before `" + bracket + "`", "add the value, or `null`");
  }

  private UnreadableException unexpected(String wanted) {
    char c = file.charAt(at);
    String found = c < ' ' || c == '`' ? "U+%04X".formatted((int) c) : Quoted.of(character());
    String help =
        switch (c) {
          case '/', '#' -> "JSON has no comments; remove it";
          case '\'' -> "JSON knows double quotes only";
          default -> "a file that starts with `{` is read as JSON, not as YAML";
        };
    return new UnreadableException(
        at, at + character().length(), "found " + found + " where JSON needs " + wanted, help);
  }

  private String character() {
    return new String(Character.toChars(file.codePointAt(at)));
  }

  private void string() throws UnreadableException {
    int start = at;
    for (at++; at < part.end() && file.charAt(at) != '"'; at++) {
      char c = file.charAt(at);
      if (c == '\n' || c == '\r') {
        break;
      }
      if (c < ' ') {
        throw new UnreadableException(
            at,
            at + 1,
            "the character U+%04X has to be escaped in a JSON string".formatted((int) c),
            c == '\t' ? "write `\\t`" : "write `\\u%04x`".formatted((int) c));
      }
      if (c == '\\') {
        escape();
      }
    }
    if (at >= part.end() || file.charAt(at) != '"') {
      throw new UnreadableException(
          start,
          start + 1,
          "the string that starts here is not closed on its line",
          "add the closing quote; write a line break in a string as `\\n`");
    }
    at++;
  }

  private void escape() throws UnreadableException {
    int start = at++;
    int digits = at < part.end() && file.charAt(at) == 'u' ? 4 : 0;
    boolean valid = at < part.end() && "\"\\/bfnrtu".indexOf(file.charAt(at)) >= 0;
    for (int i = 0; i < digits && valid; i++) {
      at++;
      valid = at < part.end() && Character.digit(file.charAt(at), 16) >= 0;
    }
    if (!valid) {
      int end = Math.min(at + 1, part.end());
      throw new UnreadableException(
          start, end, "JSON has no such escape", "write a backslash as `\\\\`");
    }
  }

  private void word() throws UnreadableException {
    char c = file.charAt(at);
    int end = wordEnd();
    String word = file.substring(at, end);
    if (word.equals("true") || word.equals("false") || word.equals("null")) {
      at = end;
      return;
    }
    if (c != '-' && (c < '0' || c > '9')) {
      throw isWordStart(c) ? unquoted(word, end) : unexpected("a value");
    }
    if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][+-]?[0-9]+)?")) {
      throw new UnreadableException(
          at,
          end,
          "this is no JSON number",
          "write it in decimal without leading zeros, or quote it if it is meant as a string");
    }
    at = end;
  }

  private UnreadableException unquoted(String word, int end) {
    String help =
        switch (word.toLowerCase(Locale.ROOT)) {
          case "true", "false", "null" -> "write `" + word.toLowerCase(Locale.ROOT) + "`";
          case "none", "nil", "undefined" -> "write `null`";
          default -> "quote it; a file that starts with `{` is read as JSON, not as YAML";
        };
    return new UnreadableException(at, end, Quoted.of(word) + " is no value that JSON knows", help);
  }

  private static boolean isWordStart(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '$';
  }

  private int wordEnd() {
    int end = at + 1;
    while (end < part.end()
        && (isWordStart(file.charAt(end)) || "+-.'".indexOf(file.charAt(end)) >= 0)) {
      end++;
    }
    return end;
  }

  private void blanks() {
    while (at < part.end() && BLANKS.indexOf(file.charAt(at)) >= 0) {
      at++;
    }
  }

  /** The place behind a string that is known to be well-formed. */
  static int stringEnd(String file, int start, int limit) {
    int end = start + 1;
    while (end < limit && file.charAt(end) != '"') {
      end += file.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, limit);
  }
}

package dev.taffrail.object;

import java.util.Optional;

/**
 * One line of a text.
 *
 * @param text the whole text
 * @param start where the line starts
 * @param end where it ends, before its line end
 */
record TextLine(String text, int start, int end) {

  static TextLine at(String text, int offset) {
    int start = offset;
    while (start > 0 && !isBreak(text.charAt(start - 1))) {
      start--;
    }
    int end = offset;
    while (end < text.length() && !isBreak(text.charAt(end))) {
      end++;
    }
    return new TextLine(text, start, end);
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\r';
  }

  /** The nearest line before this one that is neither empty nor a comment. */
  Optional<TextLine> previous() {
    TextLine line = this;
    while (line.start > 0) {
      line = at(text, line.start - 1);
      if (line.first() < line.end && text.charAt(line.first()) != '#') {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** Where its first character stands that is no blank; its end if there is none. */
  int first() {
    int first = start;
    while (first < end && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
      first++;
    }
    return first;
  }

  /** Behind its last character that is no blank; at least {@code from}. */
  int last(int from) {
    int last = end;
    while (last > from && (text.charAt(last - 1) == ' ' || text.charAt(last - 1) == '\t')) {
      last--;
    }
    return last;
  }

  int indentation() {
    return first() - start;
  }

  String content() {
    return text.substring(first(), last(first()));
  }
}

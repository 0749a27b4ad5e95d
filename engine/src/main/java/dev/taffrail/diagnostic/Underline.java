package dev.taffrail.diagnostic;

import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * A stretch of one line that is underlined.
 *
 * @param line 1-based number of the line
 * @param start index of its first character in the line
 * @param end index behind its last character
 * @param primary with {@code ^}, else with {@code -}
 * @param words beside it, or empty
 */
record Underline(int line, int start, int end, boolean primary, String words) {

  /** The underlines of a span: one, or for a span of several lines one below its first and last. */
  static List<Underline> of(Span span, boolean primary, String words) {
    var source = span.source();
    int first = span.startPosition().line();
    // a span that ends behind a line end ends on the line before
    int last = Math.max(first, source.position(Math.max(span.start(), span.end() - 1)).line());
    int start = span.start() - source.lineStart(first);
    int end = Math.min(span.end() - source.lineStart(last), source.line(last).length());
    if (first == last) {
      return List.of(new Underline(first, start, Math.max(start, end), primary, words));
    }
    var underlines = new ArrayList<Underline>();
    underlines.add(new Underline(first, start, source.line(first).length(), primary, ""));
    var lastLine = source.line(last);
    int text = lastLine.length() - lastLine.stripLeading().length();
    underlines.add(new Underline(last, Math.min(text, end), end, primary, words));
    return underlines;
  }
}

package dev.taffrail.diagnostic;

import dev.taffrail.source.Span;

/** What a fix takes away with a part of a text, so that it leaves no gap. */
public final class Removal {
  private Removal() {}

  /** A part with its lines, if nothing else stands on them; at the end of a line, with the gap. */
  public static Span of(Span part) {
    String text = part.source().text();
    int start = part.start();
    while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
      start--;
    }
    boolean first = start == 0 || text.charAt(start - 1) == '\n';
    boolean last = part.end() == text.length() || text.charAt(part.end()) == '\n';
    if (!last) {
      return part;
    }
    return part.source().span(start, first ? Math.min(part.end() + 1, text.length()) : part.end());
  }
}

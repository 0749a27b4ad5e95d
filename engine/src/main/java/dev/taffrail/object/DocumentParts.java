package dev.taffrail.object;

import java.util.ArrayList;
import java.util.List;

/**
 * A file cut into documents where kubectl cuts it.
 *
 * <p>kubectl cuts before it parses, at lines that start with three dashes, so a document that
 * cannot be parsed does not take the others with it. Anything but blanks and a comment behind the
 * dashes is an error there, although YAML has a meaning for it.
 *
 * @param parts the documents, at most one more than the limit asks for
 * @param unreadable lines that start like a separator and are none
 */
record DocumentParts(List<Part> parts, List<Part> unreadable) {

  /** A range of the file's text. */
  record Part(int start, int end) {}

  DocumentParts {
    parts = List.copyOf(parts);
    unreadable = List.copyOf(unreadable);
  }

  static DocumentParts of(String text, int limit) {
    var parts = new ArrayList<Part>();
    var unreadable = new ArrayList<Part>();
    int partStart = 0;
    for (int line = nextSeparator(text, 0); line < text.length() && parts.size() <= limit; ) {
      int end = lineEnd(text, line);
      Rest rest = rest(text, line + 3, end);
      // separators with nothing between them belong to the document they open
      if (rest != Rest.NOTHING || line > partStart) {
        parts.add(new Part(partStart, line));
        partStart = end;
      }
      if (rest != Rest.NOTHING) {
        unreadable.add(new Part(line, trimmedEnd(text, line, end)));
      }
      line = nextSeparator(text, end);
      if (rest == Rest.TEXT) {
        // what follows is the tail of a document whose head stands on the separator's line
        partStart = line;
      }
    }
    if (partStart < text.length()) {
      parts.add(new Part(partStart, text.length()));
    }
    return new DocumentParts(parts, unreadable);
  }

  /** What stands behind the three dashes. */
  private enum Rest {
    NOTHING,
    DASHES,
    TEXT
  }

  private static Rest rest(String text, int from, int end) {
    int i = from;
    while (i < end && Character.isWhitespace(text.charAt(i))) {
      i++;
    }
    if (i == end || text.charAt(i) == '#') {
      return Rest.NOTHING;
    }
    while (i < end && (text.charAt(i) == '-' || Character.isWhitespace(text.charAt(i)))) {
      i++;
    }
    return i == end ? Rest.DASHES : Rest.TEXT;
  }

  /** The first line from one on that starts with three dashes; found faster than line by line. */
  private static int nextSeparator(String text, int from) {
    if (text.startsWith("---", from)) {
      return from;
    }
    int before = text.indexOf("\n---", from);
    return before < 0 ? text.length() : before + 1;
  }

  private static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    return end < 0 ? text.length() : end + 1;
  }

  private static int trimmedEnd(String text, int from, int end) {
    int trimmed = end;
    while (trimmed > from && Character.isWhitespace(text.charAt(trimmed - 1))) {
      trimmed--;
    }
    return trimmed;
  }
}

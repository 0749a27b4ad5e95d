package dev.taffrail.repl.terminal;

/** Finds the brackets that belong together. */
final class Brackets {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private Brackets() {}

  /** The bracket at or before a cursor and its partner; -1 for both if there is none. */
  static int[] at(String text, int cursor) {
    for (int place : new int[] {cursor, cursor - 1}) {
      if (place >= 0 && place < text.length()) {
        int partner = partner(text, place);
        if (partner >= 0) {
          return new int[] {place, partner};
        }
      }
    }
    return new int[] {-1, -1};
  }

  /** Strings are not looked into: a bracket in one seldom stands alone. */
  private static int partner(String text, int place) {
    char c = text.charAt(place);
    int direction = OPENING.indexOf(c) >= 0 ? 1 : CLOSING.indexOf(c) >= 0 ? -1 : 0;
    if (direction == 0) {
      return -1;
    }
    int depth = 0;
    for (int i = place; i >= 0 && i < text.length(); i += direction) {
      char other = text.charAt(i);
      depth += OPENING.indexOf(other) >= 0 ? 1 : CLOSING.indexOf(other) >= 0 ? -1 : 0;
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }
}

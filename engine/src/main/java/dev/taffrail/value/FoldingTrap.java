package dev.taffrail.value;

/**
 * Finds regular expressions which RE2/J 1.8 compiles without end.
 *
 * <p>With the flag {@code i} the library follows a character through its other cases until it meets
 * it again. It never does for U+1C80 to U+1C88, old forms of Cyrillic letters, which have an upper
 * case that has another lower case. Neither these letters nor a range over them may stand in a
 * pattern with the flag; named classes are folded by tables and are harmless.
 */
final class FoldingTrap {
  private static final int FIRST = 0x1C80;
  private static final int LAST = 0x1C88;

  /** What an escape stands for which is no number: some character before the letters. */
  private static final int LOW = 0;

  private final String pattern;
  private int at;

  private FoldingTrap(String pattern) {
    this.pattern = pattern;
  }

  /** Whether a pattern may not be compiled; some harmless ones are among them. */
  static boolean isIn(String pattern) {
    return hasFlag(pattern) && new FoldingTrap(pattern).namesOrSpans();
  }

  /** Whether {@code i} stands in any group of flags, switched off or on. */
  private static boolean hasFlag(String pattern) {
    for (int group = pattern.indexOf("(?"); group >= 0; group = pattern.indexOf("(?", group + 2)) {
      for (int i = group + 2; i < pattern.length(); i++) {
        char flag = pattern.charAt(i);
        if (flag == 'i') {
          return true;
        }
        if (flag != '-' && !Character.isLetter(flag)) {
          break;
        }
      }
    }
    return false;
  }

  private boolean namesOrSpans() {
    while (at < pattern.length()) {
      int from = character();
      if (from >= FIRST && from <= LAST) {
        return true;
      }
      if (from < FIRST && at + 1 < pattern.length() && pattern.charAt(at) == '-') {
        int before = at++;
        if (character() >= FIRST) {
          return true;
        }
        at = before;
      }
    }
    return false;
  }

  /** The next character, with escapes of numbers read. */
  private int character() {
    int c = pattern.codePointAt(at);
    at += Character.charCount(c);
    if (c != '\\' || at == pattern.length()) {
      return c;
    }
    if (pattern.charAt(at) != 'x') {
      int escaped = pattern.codePointAt(at);
      at += Character.charCount(escaped);
      return Character.isLetterOrDigit(escaped) ? LOW : escaped;
    }
    at++;
    boolean braces = at < pattern.length() && pattern.charAt(at) == '{';
    int start = braces ? at + 1 : at;
    int end = start;
    while (end < pattern.length() && Character.digit(pattern.charAt(end), 16) >= 0) {
      end++;
    }
    end = braces ? end : Math.min(end, start + 2);
    at = Math.min(pattern.length(), braces ? end + 1 : end);
    // What is longer is no character, and refused by the library.
    return end == start || end - start > 7 ? LOW : Integer.parseInt(pattern, start, end, 16);
  }
}

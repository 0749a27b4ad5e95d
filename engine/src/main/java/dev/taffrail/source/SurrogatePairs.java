package dev.taffrail.source;

/**
 * Counts the characters that take two places in a text, in constant time for any range.
 *
 * <p>Columns count code points. A dump of a cluster may be one line of many megabytes with as many
 * findings on it, and counting from the start of the line for each would take hours.
 */
final class SurrogatePairs {
  private static final int BLOCK = 1024;

  private final String text;

  /** How many pairs end before each block. */
  private final int[] before;

  SurrogatePairs(String text) {
    this.text = text;
    this.before = new int[text.length() / BLOCK + 1];
    int pairs = 0;
    for (int i = 0; i < text.length(); i++) {
      if (i % BLOCK == 0) {
        before[i / BLOCK] = pairs;
      }
      if (endsPair(i)) {
        pairs++;
      }
    }
    if (text.length() % BLOCK == 0) {
      before[text.length() / BLOCK] = pairs;
    }
  }

  /** The code points of a range; its start does not lie inside a pair. */
  int codePoints(int start, int end) {
    return end - start - (endingBefore(end) - endingBefore(start));
  }

  private int endingBefore(int offset) {
    int pairs = before[offset / BLOCK];
    for (int i = offset - offset % BLOCK; i < offset; i++) {
      if (endsPair(i)) {
        pairs++;
      }
    }
    return pairs;
  }

  private boolean endsPair(int index) {
    return Character.isLowSurrogate(text.charAt(index))
        && index > 0
        && Character.isHighSurrogate(text.charAt(index - 1));
  }
}

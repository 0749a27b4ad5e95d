package dev.taffrail.object;

import java.util.Arrays;

/** Ranges of a text that do not overlap, added in order. */
final class Ranges {
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int size;

  void add(int start, int end) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      ends = Arrays.copyOf(ends, size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    size++;
  }

  /** Whether a place lies inside of one, neither at its start nor at its end. */
  boolean hold(int offset) {
    int found = Arrays.binarySearch(starts, 0, size, offset);
    // a range that starts at the place does not hold it; the one before it may
    int before = found >= 0 ? found - 1 : -found - 2;
    return before >= 0 && offset < ends[before];
  }
}

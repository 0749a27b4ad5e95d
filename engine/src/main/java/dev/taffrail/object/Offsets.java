package dev.taffrail.object;

import java.util.Arrays;

/** A growing list of places in a text, in order; unboxed, a hostile text has millions. */
final class Offsets {
  private int[] offsets = {};
  private int size;

  void add(int offset) {
    if (size == offsets.length) {
      offsets = Arrays.copyOf(offsets, Math.max(8, size * 2));
    }
    offsets[size++] = offset;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  int get(int i) {
    return offsets[i];
  }

  /** How many of them are less than a place. */
  int countBefore(int offset) {
    int found = Arrays.binarySearch(offsets, 0, size, offset);
    return found >= 0 ? found : -found - 1;
  }
}

package dev.taffrail.object;

/** Ranges of a text that do not overlap, added in order. */
final class Ranges {
  private final Offsets starts = new Offsets();
  private final Offsets ends = new Offsets();

  void add(int start, int end) {
    starts.add(start);
    ends.add(end);
  }

  /** Whether a place lies inside of one, neither at its start nor at its end. */
  boolean hold(int offset) {
    int before = starts.countBefore(offset) - 1;
    return before >= 0 && offset < ends.get(before);
  }
}

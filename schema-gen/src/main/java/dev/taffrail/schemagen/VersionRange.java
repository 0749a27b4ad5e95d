package dev.taffrail.schemagen;

import java.util.ArrayList;
import java.util.List;

/** Writes the set of versions in which a fact holds. */
final class VersionRange {
  private VersionRange() {}

  /**
   * For example {@code @1.33-} (since), {@code @-1.32} (until), {@code @1.32-1.34} or
   * {@code @1.33}.
   *
   * @param holds one element a version
   */
  static String text(List<String> versions, List<Boolean> holds) {
    var ranges = new ArrayList<String>();
    int start = -1;
    for (int i = 0; i <= versions.size(); i++) {
      boolean inside = i < versions.size() && holds.get(i);
      if (inside && start < 0) {
        start = i;
      } else if (!inside && start >= 0) {
        ranges.add(range(versions, start, i - 1));
        start = -1;
      }
    }
    return "@" + String.join(",", ranges);
  }

  private static String range(List<String> versions, int first, int last) {
    if (first == last) {
      return versions.get(first);
    }
    String from = first == 0 ? "" : versions.get(first);
    String until = last == versions.size() - 1 ? "" : versions.get(last);
    return from + "-" + until;
  }
}

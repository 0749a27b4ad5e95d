package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Optional;

/**
 * What we know about a record beyond the published schema.
 *
 * @param transparency where it is said that an absent record means the same as an empty one; empty
 *     if it does not
 */
record OverlayRecord(Optional<String> transparency, List<OverlayEntry> entries) {
  static final OverlayRecord NONE = new OverlayRecord(Optional.empty(), List.of());

  OverlayRecord {
    entries = List.copyOf(entries);
  }

  /** What holds for a field in a version; a test makes sure that at most one entry does. */
  Optional<OverlayEntry> entry(String field, String version) {
    return entries.stream()
        .filter(entry -> entry.field().equals(field) && entry.holdsFor(version))
        .findFirst();
  }
}

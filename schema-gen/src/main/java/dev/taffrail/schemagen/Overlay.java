package dev.taffrail.schemagen;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;

/**
 * Lends a version the enums, defaults and list keys of the OpenAPI document nearest to it.
 *
 * <p>Of two documents equally near the newer one wins: an enum value too many is a typo not
 * reported, one too few is a valid manifest refused.
 */
final class Overlay {
  private final SortedMap<Integer, OpenApiDocument> documentsByMinor;

  Overlay(SortedMap<Integer, OpenApiDocument> documentsByMinor) {
    this.documentsByMinor = documentsByMinor;
  }

  Set<String> ids() {
    var ids = new HashSet<String>();
    documentsByMinor.values().forEach(document -> ids.addAll(document.ids()));
    return ids;
  }

  FieldNotes notes(int minor, String definition, String field) {
    FieldNotes notes =
        nearest(minor)
            .flatMap(document -> document.notes(definition, field).stream())
            .findFirst()
            .orElse(FieldNotes.NONE);
    return LaterEnumValues.added(notes, minor, definition, field);
  }

  private Stream<OpenApiDocument> nearest(int minor) {
    List<Integer> minors =
        documentsByMinor.keySet().stream()
            .sorted(
                Comparator.comparing((Integer other) -> Math.abs(other - minor))
                    .thenComparing(Comparator.reverseOrder()))
            .toList();
    return minors.stream().map(documentsByMinor::get);
  }
}

package dev.taffrail.schemagen;

import java.util.List;
import java.util.Optional;

/**
 * What only the OpenAPI documents know about a field.
 *
 * @param defaultJson the default as compact JSON, when it is a real one
 * @param listType {@code atomic}, {@code set} or {@code map}
 * @param listMapKeys the fields that identify an element of a {@code map} list
 */
record FieldNotes(
    List<String> enumValues,
    Optional<String> defaultJson,
    Optional<String> listType,
    List<String> listMapKeys,
    Optional<String> mergeKey,
    Optional<String> patchStrategy) {

  static final FieldNotes NONE =
      new FieldNotes(
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty());

  FieldNotes {
    enumValues = List.copyOf(enumValues);
    listMapKeys = List.copyOf(listMapKeys);
  }

  FieldNotes withEnumValues(List<String> values) {
    return new FieldNotes(values, defaultJson, listType, listMapKeys, mergeKey, patchStrategy);
  }
}

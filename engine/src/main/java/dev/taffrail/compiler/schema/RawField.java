package dev.taffrail.compiler.schema;

import java.util.List;
import java.util.Optional;

/**
 * What the published schema says about one field.
 *
 * @param enumValues the values of the field, or of its elements if it is a list; empty if any goes
 * @param defaultJson the default the API server fills in, as JSON
 * @param listType {@code atomic}, {@code set} or {@code map}
 * @param listMapKeys the fields that identify an element of a {@code map} list
 * @param mergeKey the field by which a strategic merge patch finds an element
 * @param patchStrategy {@code merge}, {@code retainKeys} or both, parted by a comma
 */
public record RawField(
    String name,
    RawType type,
    boolean required,
    List<String> enumValues,
    Optional<String> defaultJson,
    Optional<String> listType,
    List<String> listMapKeys,
    Optional<String> mergeKey,
    Optional<String> patchStrategy) {

  public RawField {
    enumValues = List.copyOf(enumValues);
    listMapKeys = List.copyOf(listMapKeys);
  }

  /** An optional field of which nothing else is known. */
  static RawField plain(String name, RawType type) {
    Optional<String> none = Optional.empty();
    return new RawField(name, type, false, List.of(), none, none, List.of(), none, none);
  }
}

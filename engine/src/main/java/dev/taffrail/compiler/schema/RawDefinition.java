package dev.taffrail.compiler.schema;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The fields of one object type of the published schema.
 *
 * @param fields by name, in the order of the alphabet
 */
public record RawDefinition(String id, Map<String, RawField> fields) {
  public RawDefinition {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }
}

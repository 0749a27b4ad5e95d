package dev.taffrail.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record of a type that policy code declares; every field of its type is there, unset ones as
 * absent. It knows its place if it was read from an object.
 */
public record RecordValue(Map<String, Value> fields, Optional<Place> place) implements Value {
  public RecordValue {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  /** A record that was made by policy code. */
  public RecordValue(Map<String, Value> fields) {
    this(fields, Optional.empty());
  }

  public Value get(String field) {
    Value found = fields.get(field);
    return found == null ? Value.absent() : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RecordValue that && fields.equals(that.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }
}

package dev.taffrail.value;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A record made by policy code; every field of its type is there, unset ones as absent. */
public record RecordValue(Map<String, Value> fields) implements Value {
  public RecordValue {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
  }

  public Value get(String field) {
    Value found = fields.get(field);
    return found == null ? Value.absent() : found;
  }
}

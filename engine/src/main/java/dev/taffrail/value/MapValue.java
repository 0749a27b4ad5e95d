package dev.taffrail.value;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Keys in the order of {@link Ordering}, with the place of the map if it was read. */
public record MapValue(Map<Value, Value> entries, Optional<Place> place) implements Value {
  public static final MapValue EMPTY = of(Map.of());

  public MapValue {
    var sorted = new TreeMap<Value, Value>(Ordering::total);
    sorted.putAll(entries);
    entries = java.util.Collections.unmodifiableMap(sorted);
  }

  /** A map that was computed. */
  public static MapValue of(Map<Value, Value> entries) {
    return new MapValue(entries, Optional.empty());
  }

  /** The value of a key, or absent. */
  public Value get(Value key) {
    Value found = entries.get(key);
    return found == null ? Value.absent() : found;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof MapValue that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }
}

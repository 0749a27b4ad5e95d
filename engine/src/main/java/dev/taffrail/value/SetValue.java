package dev.taffrail.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;

/** Distinct values in the order of {@link Ordering}. */
public record SetValue(List<Value> elements) implements Value {
  public static final SetValue EMPTY = new SetValue(List.of());

  /** Use {@link #of}; the list must be sorted and distinct. */
  public SetValue {
    elements = List.copyOf(elements);
  }

  public static SetValue of(Collection<Value> values) {
    var distinct = new ArrayList<>(new HashSet<>(values));
    distinct.sort(Ordering::total);
    return new SetValue(distinct);
  }

  public boolean contains(Value value) {
    return Collections.binarySearch(elements, value, Ordering::total) >= 0;
  }
}

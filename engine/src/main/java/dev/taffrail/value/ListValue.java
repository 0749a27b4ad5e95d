package dev.taffrail.value;

import java.util.List;

/** A list with the places its elements came from. */
public record ListValue(List<Value> elements, Origins origins) implements Value {
  public static final ListValue EMPTY = new ListValue(List.of(), Origins.NONE);

  public ListValue {
    elements = elements instanceof Chain shared ? shared : List.copyOf(elements);
  }

  /** A list that was computed. */
  public static ListValue of(List<Value> elements) {
    return new ListValue(elements, Origins.NONE);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ListValue that && elements.equals(that.elements);
  }

  @Override
  public int hashCode() {
    return elements.hashCode();
  }
}

package dev.taffrail.value;

/** {@code low..high}, both included; empty when low is above high. */
public record RangeValue(Value low, Value high) implements Value {
  public boolean contains(Value value) {
    return Ordering.compare(low, value) <= 0 && Ordering.compare(value, high) <= 0;
  }
}

package dev.taffrail.compiler.cost;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sizes of the collections that have a name in a body; immutable. */
final class Bindings {
  static final Bindings NONE = new Bindings(Map.of());

  private final Map<Integer, Polynomial> bySlot;

  private Bindings(Map<Integer, Polynomial> bySlot) {
    this.bySlot = bySlot;
  }

  Bindings with(int slot, Polynomial size) {
    var more = new HashMap<>(bySlot);
    more.put(slot, size);
    return new Bindings(Map.copyOf(more));
  }

  Optional<Polynomial> find(int slot) {
    return Optional.ofNullable(bySlot.get(slot));
  }
}

package dev.taffrail.runtime.interpret;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** The questions that were asked of the inventory on the way to a result, each once. */
public final class Lookups {
  private final Set<Lookup> asked = new LinkedHashSet<>();

  void add(Lookup lookup) {
    asked.add(lookup);
  }

  void addAll(Collection<Lookup> lookups) {
    asked.addAll(lookups);
  }

  public Set<Lookup> asked() {
    return Set.copyOf(asked);
  }
}

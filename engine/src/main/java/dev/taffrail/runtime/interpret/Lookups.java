package dev.taffrail.runtime.interpret;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * The questions that were asked of the inventory on the way to a result, each once.
 *
 * <p>What was computed once for many, such as a let of a module, may have asked thousands; those
 * who use it point at them, since copying would cost each of many objects as much as all of them.
 */
public final class Lookups {
  private final Set<Lookup> asked = new LinkedHashSet<>();

  /** Those of results that were used; nothing is added to them any more. */
  private final Set<Lookups> used = new LinkedHashSet<>();

  void add(Lookup lookup) {
    asked.add(lookup);
  }

  void use(Lookups settled) {
    used.add(settled);
  }

  /** All of them, with those of results that were used. */
  public Set<Lookup> asked() {
    var all = new HashSet<Lookup>();
    collect(all, new HashSet<>());
    return Set.copyOf(all);
  }

  private void collect(Set<Lookup> all, Set<Lookups> seen) {
    if (seen.add(this)) {
      all.addAll(asked);
      used.forEach(lookups -> lookups.collect(all, seen));
    }
  }
}

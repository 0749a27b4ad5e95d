package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Of which kinds nothing is missing.
 *
 * @param declared somebody said so
 * @param present there are objects of them, and that is enough
 * @param all of every kind
 * @param byPresence kinds are complete because there are objects of them
 * @param served the kinds that the API server has, if it is known; of others there are no objects
 */
record Completeness(
    Set<GroupKind> declared,
    Set<GroupKind> present,
    boolean all,
    boolean byPresence,
    Optional<Set<GroupKind>> served) {
  static final Completeness NONE =
      new Completeness(Set.of(), Set.of(), false, false, Optional.empty());

  Completeness {
    declared = Set.copyOf(declared);
    present = Set.copyOf(present);
    served = served.map(Set::copyOf);
  }

  static Completeness declared(Collection<GroupKind> kinds) {
    return NONE.declaring(kinds);
  }

  static Completeness present(Collection<GroupKind> kinds) {
    return new Completeness(Set.of(), Set.copyOf(kinds), false, true, Optional.empty());
  }

  Completeness declaring(Collection<GroupKind> kinds) {
    return new Completeness(union(declared, kinds), present, all, byPresence, served);
  }

  Completeness ofAll() {
    return new Completeness(declared, present, true, byPresence, served);
  }

  Completeness serving(Set<GroupKind> kinds) {
    return new Completeness(declared, present, all, byPresence, Optional.of(kinds));
  }

  Completeness and(Completeness other) {
    return new Completeness(
        union(declared, other.declared),
        union(present, other.present),
        all || other.all,
        byPresence || other.byPresence,
        served.or(other::served));
  }

  private static Set<GroupKind> union(Set<GroupKind> some, Collection<GroupKind> more) {
    var union = new TreeSet<>(some);
    union.addAll(more);
    return union;
  }

  /** Those that are named, in the order of their names. */
  Set<GroupKind> kinds() {
    return union(declared, present);
  }

  boolean isDeclared(GroupKind kind) {
    return all || declared.contains(kind);
  }

  boolean has(GroupKind kind) {
    return isDeclared(kind) || present.contains(kind);
  }
}

package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The objects that policies may look up, and the kinds of which none is missing.
 *
 * <p>Immutable. Of several objects with one identity the last counts, as if they were applied one
 * after the other. Reading a kind that is not complete is an error outcome and never "there is
 * none".
 */
public final class Inventory {
  private static final Inventory NONE =
      new Inventory(new LinkedHashMap<>(), Set.of(), false, false);

  private final Map<Object, KubernetesObject> objects;
  private final Map<GroupKind, List<KubernetesObject>> byKind;
  private final Set<GroupKind> complete;
  private final boolean all;
  private final boolean present;

  private Inventory(
      LinkedHashMap<Object, KubernetesObject> objects,
      Set<GroupKind> complete,
      boolean all,
      boolean present) {
    this.objects = java.util.Collections.unmodifiableMap(objects);
    this.complete = Set.copyOf(complete);
    this.all = all;
    this.present = present;
    this.byKind = new LinkedHashMap<>();
    for (KubernetesObject object : objects.values()) {
      byKind.computeIfAbsent(GroupKind.of(object.kind()), k -> new ArrayList<>()).add(object);
    }
  }

  /** Nothing is known: whatever a policy looks up is an error outcome. */
  public static Inventory none() {
    return NONE;
  }

  /** Objects, with the kinds of which these are all there are. */
  public static Inventory of(Collection<KubernetesObject> objects, Set<GroupKind> complete) {
    return new Inventory(byIdentity(objects), complete, false, false);
  }

  /** Objects that are all there are of each kind among them, as manifests of one deployment are. */
  public static Inventory of(Collection<KubernetesObject> objects) {
    var kinds = new TreeSet<GroupKind>();
    objects.forEach(object -> kinds.add(GroupKind.of(object.kind())));
    return new Inventory(byIdentity(objects), kinds, false, true);
  }

  /** The same with further objects, which take the place of those with the same identity. */
  public Inventory with(Inventory more) {
    var together = new LinkedHashMap<>(objects);
    together.putAll(more.objects);
    var kinds = new TreeSet<>(complete);
    kinds.addAll(more.complete);
    return new Inventory(together, kinds, all || more.all, present || more.present);
  }

  /** The same without an object. */
  public Inventory without(ObjectKey key) {
    var rest = new LinkedHashMap<>(objects);
    rest.remove(key);
    return new Inventory(rest, complete, all, present);
  }

  /** The same with the objects that somebody may ask for. */
  public Inventory only(Predicate<KubernetesObject> wanted) {
    var kept = new LinkedHashMap<>(objects);
    kept.values().removeIf(wanted.negate());
    return new Inventory(kept, complete, all, present);
  }

  /** The same without what nobody reads. */
  public Inventory pruned(Pruning pruning) {
    return new Inventory(byIdentity(pruning.of(objects.values())), complete, all, present);
  }

  /** The same, with further kinds of which none is missing. */
  public Inventory completeFor(Collection<GroupKind> kinds) {
    var more = new TreeSet<>(complete);
    more.addAll(kinds);
    return new Inventory(new LinkedHashMap<>(objects), more, all, present);
  }

  /** The same, with nothing missing of any kind. */
  public Inventory completeForAll() {
    return new Inventory(new LinkedHashMap<>(objects), complete, true, present);
  }

  /** Objects without a name have no identity; each is one of its own. */
  private static LinkedHashMap<Object, KubernetesObject> byIdentity(
      Collection<KubernetesObject> objects) {
    var found = new LinkedHashMap<Object, KubernetesObject>();
    for (KubernetesObject object : objects) {
      found.put(object.name().isEmpty() ? object : ObjectKey.of(object), object);
    }
    return found;
  }

  /** Every object, in the order given. */
  public Collection<KubernetesObject> objects() {
    return objects.values();
  }

  /** The objects of a kind in any version, in the order given. */
  public List<KubernetesObject> ofKind(GroupKind kind) {
    return List.copyOf(byKind.getOrDefault(kind, List.of()));
  }

  /** The object of a name. */
  public Optional<KubernetesObject> find(ObjectKey key) {
    return Optional.ofNullable(objects.get(key));
  }

  public boolean isComplete(GroupKind kind) {
    return all || complete.contains(kind);
  }

  /** Whether a kind is complete because there are objects of it. */
  public boolean isCompleteWhenPresent() {
    return present;
  }
}

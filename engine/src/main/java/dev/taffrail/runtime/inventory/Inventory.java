package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The objects that policies may look up, and the kinds of which none is missing.
 *
 * <p>Immutable. Of several objects with one identity the last counts, as if they were applied one
 * after the other. Reading a kind that is not complete is an error outcome and never "there is
 * none".
 */
public final class Inventory {
  private static final Inventory NONE = new Inventory(new LinkedHashMap<>(), Completeness.NONE);

  private final Map<Object, KubernetesObject> objects;
  private final Map<GroupKind, List<KubernetesObject>> byKind;
  private final Completeness completeness;

  private Inventory(LinkedHashMap<Object, KubernetesObject> objects, Completeness completeness) {
    this.objects = Collections.unmodifiableMap(objects);
    this.completeness = completeness;
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
    return new Inventory(byIdentity(objects), Completeness.declared(complete));
  }

  /** Objects that are all there are of each kind among them, as manifests of one deployment are. */
  public static Inventory of(Collection<KubernetesObject> objects) {
    var kinds = new TreeSet<GroupKind>();
    objects.forEach(object -> kinds.add(GroupKind.of(object.kind())));
    return ofManifests(objects, kinds);
  }

  /**
   * The same for objects of which some were left out.
   *
   * @param kinds of which there was at least one
   */
  public static Inventory ofManifests(Collection<KubernetesObject> objects, Set<GroupKind> kinds) {
    return new Inventory(byIdentity(objects), Completeness.present(kinds));
  }

  /** The same with further objects, which take the place of those with the same identity. */
  public Inventory with(Inventory more) {
    var together = new LinkedHashMap<>(objects);
    together.putAll(more.objects);
    return new Inventory(together, completeness.and(more.completeness));
  }

  /** The same without an object. */
  public Inventory without(ObjectKey key) {
    var rest = new LinkedHashMap<>(objects);
    rest.remove(key);
    return new Inventory(rest, completeness);
  }

  /** The same without what nobody reads. */
  public Inventory pruned(Pruning pruning) {
    return new Inventory(byIdentity(pruning.of(objects.values())), completeness);
  }

  /** The same, with further kinds of which none is missing. */
  public Inventory completeFor(Collection<GroupKind> kinds) {
    return new Inventory(new LinkedHashMap<>(objects), completeness.declaring(kinds));
  }

  /** The same, with nothing missing of any kind. */
  public Inventory completeForAll() {
    return new Inventory(new LinkedHashMap<>(objects), completeness.ofAll());
  }

  /**
   * The same of an API server that has these kinds, as its discovery tells; of another kind there
   * are no objects, and none is missing.
   */
  public Inventory serving(Set<GroupKind> kinds) {
    return new Inventory(new LinkedHashMap<>(objects), completeness.serving(kinds));
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
    return completeness.has(kind);
  }

  /** Whether somebody said that a kind is complete. */
  boolean isDeclaredComplete(GroupKind kind) {
    return completeness.isDeclared(kind);
  }

  /** The kinds that the API server has, if the host said so. */
  Optional<Set<GroupKind>> served() {
    return completeness.served();
  }

  /** Whether a kind is complete because there are objects of it. */
  public boolean isCompleteWhenPresent() {
    return completeness.byPresence();
  }
}

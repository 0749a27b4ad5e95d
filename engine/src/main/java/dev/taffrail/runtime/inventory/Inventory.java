package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
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
  private static final Inventory NONE =
      new Inventory(
          PersistentMap.empty(),
          PersistentMap.empty(),
          0,
          Completeness.NONE,
          AddressRanges.UNKNOWN);

  /** By identity, which of an object without a name is the object. */
  private final PersistentMap<Object, Numbered> objects;

  private final PersistentMap<GroupKind, PersistentMap<Object, Numbered>> byKind;
  private final long next;
  private final Completeness completeness;
  private final AddressRanges ranges;

  /** An object with its place in the order given. */
  private record Numbered(long number, KubernetesObject object) {}

  private Inventory(
      PersistentMap<Object, Numbered> objects,
      PersistentMap<GroupKind, PersistentMap<Object, Numbered>> byKind,
      long next,
      Completeness completeness,
      AddressRanges ranges) {
    this.objects = objects;
    this.byKind = byKind;
    this.next = next;
    this.completeness = completeness;
    this.ranges = ranges;
  }

  /** Nothing is known: whatever a policy looks up is an error outcome. */
  public static Inventory none() {
    return NONE;
  }

  /** Objects, with the kinds of which these are all there are. */
  public static Inventory of(Collection<KubernetesObject> objects, Set<GroupKind> complete) {
    return NONE.with(Completeness.declared(complete)).withAll(objects);
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
    return NONE.with(Completeness.present(kinds)).withAll(objects);
  }

  /** The same with further objects, which take the place of those with the same identity. */
  public Inventory with(Inventory more) {
    return with(completeness.and(more.completeness))
        .in(ranges.or(more.ranges))
        .withAll(more.objects());
  }

  private Inventory withAll(Collection<KubernetesObject> more) {
    Inventory all = this;
    for (KubernetesObject object : more) {
      all = all.with(object);
    }
    return all;
  }

  /**
   * The same with an object, in place of one with the same identity; what it costs does not depend
   * on how many there are.
   */
  public Inventory with(KubernetesObject object) {
    Object identity = object.name().isEmpty() ? object : ObjectKey.of(object);
    GroupKind kind = GroupKind.of(object.kind());
    // It keeps the place of the one before, as in a map.
    long number = objects.get(identity).map(Numbered::number).orElse(next);
    var numbered = new Numbered(number, object);
    return new Inventory(
        objects.with(identity, numbered),
        byKind.with(kind, ofKindByIdentity(kind).with(identity, numbered)),
        next + 1,
        completeness,
        ranges);
  }

  private PersistentMap<Object, Numbered> ofKindByIdentity(GroupKind kind) {
    return byKind.get(kind).orElseGet(PersistentMap::empty);
  }

  private Inventory with(Completeness other) {
    return new Inventory(objects, byKind, next, other, ranges);
  }

  /** The same without an object. */
  public Inventory without(ObjectKey key) {
    return objects.get(key).isEmpty()
        ? this
        : new Inventory(
            objects.without(key),
            byKind.with(key.kind(), ofKindByIdentity(key.kind()).without(key)),
            next,
            completeness,
            ranges);
  }

  /** The same without what nobody reads. */
  public Inventory pruned(Pruning pruning) {
    return NONE.with(completeness).in(ranges).withAll(pruning.of(objects()));
  }

  /** The same, with further kinds of which none is missing. */
  public Inventory completeFor(Collection<GroupKind> kinds) {
    return with(completeness.declaring(kinds));
  }

  /** The same, with nothing missing of any kind. */
  public Inventory completeForAll() {
    return with(completeness.ofAll());
  }

  /**
   * The same of an API server that has these kinds, as its discovery tells; of another kind there
   * are no objects, and none is missing.
   */
  public Inventory serving(Set<GroupKind> kinds) {
    return with(completeness.serving(kinds));
  }

  /** The same in a cluster that gives out these addresses. */
  public Inventory in(AddressRanges others) {
    return new Inventory(objects, byKind, next, completeness, others);
  }

  public AddressRanges ranges() {
    return ranges;
  }

  /** Every object, in the order given. */
  public List<KubernetesObject> objects() {
    return inOrder(objects);
  }

  /** The objects of a kind in any version, in the order given. */
  public List<KubernetesObject> ofKind(GroupKind kind) {
    return inOrder(ofKindByIdentity(kind));
  }

  private static List<KubernetesObject> inOrder(PersistentMap<Object, Numbered> objects) {
    var all = new ArrayList<Numbered>(objects.size());
    objects.forEach(all::add);
    all.sort(Comparator.comparingLong(Numbered::number));
    return all.stream().map(Numbered::object).toList();
  }

  /** The object of a name. */
  public Optional<KubernetesObject> find(ObjectKey key) {
    return objects.get(key).map(Numbered::object);
  }

  public boolean isComplete(GroupKind kind) {
    return completeness.has(kind);
  }

  /** The kinds that are complete, if not all are. */
  public Set<GroupKind> completeKinds() {
    return completeness.kinds();
  }

  /** Whether every kind is complete, whatever it is. */
  public boolean isCompleteForAll() {
    return completeness.all();
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

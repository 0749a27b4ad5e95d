package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.inventory.Controllers;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.runtime.inventory.References;
import dev.taffrail.runtime.inventory.ServedKinds;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.runtime.view.Components;
import dev.taffrail.runtime.view.DeclaredViews;
import dev.taffrail.runtime.view.Subject;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Ordering;
import dev.taffrail.value.Origins;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An inventory as policies see it: typed, pods inside workloads counted as pods, and no answer from
 * kinds that are not known completely.
 */
public final class Snapshot {
  private static final GroupKind POD = new GroupKind("", "Pod");

  private final Inventory inventory;
  private final SchemaTypes types;
  private final TargetSelection targets;
  private final References references;
  private final ServedKinds served;
  private final Components components;
  private final DeclaredViews views;
  private final Map<IrPolicy.Target, List<GroupKind>> lacking = new ConcurrentHashMap<>();
  private final Map<IrPolicy.Target, List<ObjectValue>> known = new ConcurrentHashMap<>();
  private final Map<IrPolicy.Target, Map<ObjectKey, List<References.Found>>> referrers =
      new ConcurrentHashMap<>();

  Snapshot(Inventory inventory, SchemaTypes types) {
    this.inventory = inventory;
    this.types = types;
    this.targets = new TargetSelection(types);
    this.references = new References(types);
    this.served = new ServedKinds(inventory, types);
    this.components = new Components(types, inventory::ofKind);
    this.views = new DeclaredViews(types);
  }

  /**
   * The objects of some kinds in the order of kind, namespace and name.
   *
   * @throws EvaluationError with {@link ErrorCode#NO_DATA} if one of the kinds is not complete
   */
  List<ObjectValue> objects(IrPolicy.Target source) {
    List<ObjectValue> found = known.get(source);
    if (found == null) {
      demand(missing(source));
      found = select(source);
      known.put(source, found);
    }
    return found;
  }

  private List<ObjectValue> select(IrPolicy.Target source) {
    var found = new ArrayList<ObjectValue>();
    for (KubernetesObject object : candidates(source)) {
      // A pod and the template it was made from are one pod.
      boolean inController =
          (source.lifted() || Reads.seesComponents(source))
              && Controllers.hasController(object, key -> inventory.find(key).isPresent());
      if (!inController) {
        targets.select(source, object).ifPresent(found::add);
        inside(source, object).forEach(subject -> found.add(readable(subject)));
      }
    }
    found.sort(Ordering::total);
    return List.copyOf(found);
  }

  /** Parts of an object that are seen as objects of the kinds. */
  private List<Subject> inside(IrPolicy.Target source, KubernetesObject object) {
    var found = new ArrayList<Subject>();
    for (ObjectType kind : source.kinds()) {
      found.addAll(components.in(object, kind));
    }
    if (source.views()) {
      found.addAll(views.in(object, source.kinds()));
    }
    return found;
  }

  private static ObjectValue readable(Subject subject) {
    if (subject.unreadable().isPresent()) {
      throw new EvaluationError(ErrorCode.UNREADABLE, subject.unreadable().get());
    }
    return subject.value();
  }

  private Collection<KubernetesObject> candidates(IrPolicy.Target source) {
    return source.lifted() || source.views() || Reads.seesComponents(source)
        ? inventory.objects()
        : source.kinds().stream()
            .flatMap(
                k -> inventory.ofKind(GroupKind.of(k.kind().orElseThrow().identity())).stream())
            .toList();
  }

  /** Those of the kinds that are not complete, sorted. */
  public List<GroupKind> missing(IrPolicy.Target source) {
    List<GroupKind> missing = lacking.get(source);
    if (missing == null) {
      missing = findMissing(source);
      lacking.put(source, missing);
    }
    return missing;
  }

  private List<GroupKind> findMissing(IrPolicy.Target source) {
    var missing = new TreeSet<GroupKind>();
    for (ObjectType kind : source.kinds()) {
      GroupKind wanted = GroupKind.of(kind.kind().orElseThrow().identity());
      boolean asTemplate = source.lifted() && kind.name().equals("Pod") && hasTemplates();
      if (!isKnown(wanted)
          && !asTemplate
          && !isKnownComponent(kind)
          && !isKnownByParts(source, kind)) {
        missing.add(wanted);
      }
    }
    return List.copyOf(missing);
  }

  /** All objects of the kind are known; of a kind that is not served there are none. */
  private boolean isKnown(GroupKind kind) {
    return inventory.isComplete(kind) || served.lacks(kind);
  }

  /**
   * A cluster has each of its components, so that none is no data, as where somebody else runs
   * them; of those that are there all are known if all pods are, or all manifests.
   */
  private boolean isKnownComponent(ObjectType kind) {
    return Component.of(kind).isPresent()
        && (inventory.isCompleteWhenPresent() || inventory.isComplete(POD))
        && inventory.objects().stream().anyMatch(o -> !components.in(o, kind).isEmpty());
  }

  /** Manifests that hold parts of a kind hold all of them, as they hold all of its objects. */
  private boolean isKnownByParts(IrPolicy.Target source, ObjectType kind) {
    return source.views()
        && inventory.isCompleteWhenPresent()
        && inventory.objects().stream().anyMatch(o -> !views.in(o, List.of(kind)).isEmpty());
  }

  /** Answers a question about kinds. */
  boolean are(IrPolicy.Target source, IrExpr.KindState state) {
    return switch (state) {
      case COMPLETE -> missing(source).isEmpty();
      case SERVED -> serves(source);
    };
  }

  /**
   * Whether the API server serves all of the kinds.
   *
   * @throws EvaluationError with {@link ErrorCode#NO_DATA} if that is not known
   */
  private boolean serves(IrPolicy.Target source) {
    boolean all = true;
    for (ObjectType kind : source.kinds()) {
      GroupKind wanted = GroupKind.of(kind.kind().orElseThrow().identity());
      if (!served.has(wanted)) {
        if (!served.lacks(wanted)) {
          throw new EvaluationError(
              ErrorCode.NO_DATA,
              "whether `%s` is served is not known: the inventory may lack its definition"
                  .formatted(wanted.kind()));
        }
        all = false;
      }
    }
    return all;
  }

  /** Manifests hold workloads instead of pods: those are all the pods there are. */
  private boolean hasTemplates() {
    return inventory.isCompleteWhenPresent()
        && inventory.objects().stream().anyMatch(o -> types.podTemplate(o.kind()).isPresent());
  }

  private void demand(List<GroupKind> missing) {
    if (!missing.isEmpty()) {
      throw new EvaluationError(
          ErrorCode.NO_DATA,
          "no data for `%s`: %s".formatted(missing.getFirst().kind(), why(missing.getFirst())));
    }
  }

  /** A manifest may spell out a group that the kind is not in, and no inventory can help that. */
  private String why(GroupKind kind) {
    return types
        .type(kind.kind())
        .filter(type -> !isInSchema(kind))
        .flatMap(ObjectType::kind)
        .map(known -> GroupKind.of(known.identity()).group())
        .filter(group -> !group.equals(kind.group()))
        .map(
            group ->
                "it is looked for in %s, and Kubernetes has it in %s"
                    .formatted(inWords(kind.group()), inWords(group)))
        .orElse("the inventory may lack some");
  }

  private boolean isInSchema(GroupKind kind) {
    return types.kindNames().stream()
        .flatMap(name -> types.type(name).stream())
        .flatMap(type -> type.kind().stream())
        .anyMatch(known -> GroupKind.of(known.identity()).equals(kind));
  }

  private static String inWords(String group) {
    return group.isEmpty() ? "the core group" : "the group `%s`".formatted(group);
  }

  /** The key that an object of a kind has. */
  static ObjectKey keyOf(ObjectType type, String namespace, String name) {
    var kind = type.kind().orElseThrow();
    return new ObjectKey(
        GroupKind.of(kind.identity()), kind.namespaced() ? namespace : ObjectKey.DEFAULT, name);
  }

  /** The key of the object that a reference written in a manifest means. */
  ObjectKey keyOf(String apiVersion, String kind, String namespace, String name) {
    var wanted = GroupVersionKind.of(apiVersion, kind);
    boolean namespaced =
        types
            .typeOf(wanted)
            .flatMap(ObjectType::kind)
            .map(ObjectType.Kind::namespaced)
            .orElse(!namespace.isEmpty());
    return new ObjectKey(GroupKind.of(wanted), namespaced ? namespace : ObjectKey.DEFAULT, name);
  }

  /**
   * One object as its own kind, or absent.
   *
   * @throws EvaluationError with {@link ErrorCode#NO_DATA} if the kind is not complete
   */
  Value find(ObjectKey key) {
    demand(isKnown(key.kind()) ? List.of() : List.of(key.kind()));
    return inventory.find(key).map(targets::whole).map(Value.class::cast).orElse(Value.absent());
  }

  /** The fields of an object that name others. */
  ListValue references(ObjectValue holder) {
    return records(references.of(holder.place().object()));
  }

  /**
   * The fields of other objects that name an object.
   *
   * @throws EvaluationError with {@link ErrorCode#NO_DATA} if one of the kinds is not complete
   */
  ListValue referrers(ObjectValue named, IrPolicy.Target source) {
    var byTarget = referrers.get(source);
    if (byTarget == null) {
      byTarget = new HashMap<ObjectKey, List<References.Found>>();
      for (ObjectValue holder : objects(source)) {
        for (var found : references.of(holder.place().object())) {
          byTarget.computeIfAbsent(found.target(), k -> new ArrayList<>()).add(found);
        }
      }
      referrers.put(source, byTarget);
    }
    return records(byTarget.getOrDefault(ObjectKey.of(named.place().object()), List.of()));
  }

  private ListValue records(List<References.Found> found) {
    List<Value> values = found.stream().map(this::record).toList();
    return new ListValue(
        values, new Origins.Each(found.stream().map(f -> Optional.of(f.place())).toList()));
  }

  private Value record(References.Found found) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("object", targets.whole(found.place().object()));
    fields.put("path", new Value.Text(found.place().path().toString()));
    fields.put("apiVersion", new Value.Text(found.apiVersion()));
    fields.put("kind", new Value.Text(found.target().kind().kind()));
    fields.put("name", new Value.Text(found.target().name()));
    fields.put(
        "namespace",
        found.namespaced() ? new Value.Text(found.target().namespace()) : Value.absent());
    fields.put("key", found.key().<Value>map(Value.Text::new).orElse(Value.absent()));
    fields.put("keys", SetValue.of(found.keys().stream().<Value>map(Value.Text::new).toList()));
    fields.put("isOptional", Value.Bool.of(found.optional()));
    return new RecordValue(fields, Optional.of(found.place()));
  }

  /** All but what is judged, and but what stands inside it or around it. */
  static List<ObjectValue> without(List<ObjectValue> found, Optional<Place> judged) {
    return judged.isEmpty()
        ? found
        : found.stream().filter(o -> !isWithin(o.place(), judged.get())).toList();
  }

  private static boolean isWithin(Place a, Place b) {
    return isSame(a.object(), b.object())
        && (a.path().isWithin(b.path()) || b.path().isWithin(a.path()));
  }

  private static boolean isSame(KubernetesObject a, KubernetesObject b) {
    return a.name().isEmpty() ? a == b : ObjectKey.of(a).equals(ObjectKey.of(b));
  }

  /** A list whose elements know where they stand. */
  static ListValue list(List<ObjectValue> objects) {
    List<Optional<Place>> places = objects.stream().map(o -> Optional.of(o.place())).toList();
    return new ListValue(List.copyOf(objects), new Origins.Each(places));
  }
}

package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Shape;
import dev.taffrail.value.UnknownKind;
import java.util.List;
import java.util.Optional;

/** Which part of an object a policy judges: the object, the pod inside it, or nothing. */
public final class TargetSelection {
  private final SchemaTypes types;

  public TargetSelection(SchemaTypes types) {
    this.types = types;
  }

  /** The object or view to judge; empty if the policy is not about it. */
  public Optional<ObjectValue> select(IrPolicy.Target target, KubernetesObject object) {
    if (target.any()) {
      return Optional.of(whole(object));
    }
    for (ObjectType kind : target.kinds()) {
      if (isSameKind(kind, object.kind())) {
        Shape shape = types.typeOf(object.kind()).map(t -> (Shape) t).orElse(kind);
        return Optional.of(ObjectValue.root(shape, object.root(), rootPlace(object)));
      }
    }
    return target.lifted() ? podInside(target, object) : Optional.empty();
  }

  /** The object as a value of its kind. */
  public ObjectValue whole(KubernetesObject object) {
    Shape shape =
        types
            .typeOf(object.kind())
            .map(t -> (Shape) t)
            .orElseGet(() -> new UnknownKind(object.kind().kind()));
    return ObjectValue.root(shape, object.root(), rootPlace(object));
  }

  private static Place rootPlace(KubernetesObject object) {
    return new Place(object, FieldPath.ROOT);
  }

  /** The version does not count: an object of an older version must not escape a rule. */
  private static boolean isSameKind(ObjectType wanted, GroupVersionKind found) {
    return wanted
        .kind()
        .filter(kind -> GroupKind.of(kind.identity()).equals(GroupKind.of(found)))
        .isPresent();
  }

  private Optional<ObjectValue> podInside(IrPolicy.Target target, KubernetesObject object) {
    ObjectType pod =
        target.kinds().stream().filter(k -> k.name().equals("Pod")).findFirst().orElseThrow();
    return types
        .podTemplate(object.kind())
        .flatMap(path -> templateAt(object, path))
        .map(view -> ObjectValue.root(pod, view.node(), view.place()));
  }

  private record Template(Node.Mapping node, Place place) {}

  private static Optional<Template> templateAt(KubernetesObject object, List<String> path) {
    Node.Mapping node = object.root();
    Place place = rootPlace(object);
    for (String step : path) {
      int at = node.indexOf(step);
      if (at < 0 || !(node.value(at) instanceof Node.Mapping next)) {
        return Optional.empty();
      }
      node = next;
      place = place.key(step);
    }
    return Optional.of(new Template(node, place));
  }
}

package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The controller an object names as its owner: a pod's ReplicaSet, a ReplicaSet's Deployment. */
public final class Controllers {
  private Controllers() {}

  /** Whether the owner reference that says {@code controller: true} names such an object. */
  public static boolean hasController(KubernetesObject object, Predicate<ObjectKey> known) {
    return owners(object)
        .filter(
            owner ->
                value(owner, "controller")
                    .filter(c -> c instanceof Node.Bool b && b.value())
                    .isPresent())
        .map(owner -> key(owner, object))
        .anyMatch(known);
  }

  private static Stream<Node.Mapping> owners(KubernetesObject object) {
    return value(object.root(), "metadata")
        .filter(Node.Mapping.class::isInstance)
        .flatMap(metadata -> value((Node.Mapping) metadata, "ownerReferences"))
        .filter(Node.Sequence.class::isInstance)
        .stream()
        .flatMap(list -> ((Node.Sequence) list).elements().stream())
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast);
  }

  private static ObjectKey key(Node.Mapping owner, KubernetesObject object) {
    var kind = GroupVersionKind.of(text(owner, "apiVersion"), text(owner, "kind"));
    return new ObjectKey(GroupKind.of(kind), ObjectKey.of(object).namespace(), text(owner, "name"));
  }

  private static String text(Node.Mapping mapping, String key) {
    return value(mapping, key)
        .filter(Node.Text.class::isInstance)
        .map(t -> ((Node.Text) t).value())
        .orElse("");
  }

  private static Optional<Node> value(Node.Mapping mapping, String key) {
    int at = mapping.indexOf(key);
    return at < 0 ? Optional.empty() : Optional.of(mapping.value(at));
  }
}

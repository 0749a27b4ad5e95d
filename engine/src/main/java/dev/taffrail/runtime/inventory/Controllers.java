package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
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
                owner
                    .find("controller")
                    .filter(c -> c instanceof Node.Bool b && b.value())
                    .isPresent())
        .map(owner -> key(owner, object))
        .anyMatch(known);
  }

  private static Stream<Node.Mapping> owners(KubernetesObject object) {
    return object
        .root()
        .mapping("metadata")
        .flatMap(metadata -> metadata.find("ownerReferences"))
        .filter(Node.Sequence.class::isInstance)
        .stream()
        .flatMap(list -> ((Node.Sequence) list).elements().stream())
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast);
  }

  private static ObjectKey key(Node.Mapping owner, KubernetesObject object) {
    var kind =
        GroupVersionKind.of(owner.text("apiVersion").orElse(""), owner.text("kind").orElse(""));
    return new ObjectKey(
        GroupKind.of(kind), ObjectKey.of(object).namespace(), owner.text("name").orElse(""));
  }
}

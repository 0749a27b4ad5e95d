package dev.taffrail.value;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.Optional;

/**
 * A record inside an object, or a whole object, or a view of a part of one (a pod template seen as
 * a Pod); fields are read from the tree when asked for.
 *
 * @param shape its type
 * @param node its tree; an empty mapping where the record is absent but means the same as empty
 * @param place where it stands
 * @param root the object or view it belongs to; empty when it is the root itself
 */
public record ObjectValue(Shape shape, Node.Mapping node, Place place, Optional<ObjectValue> root)
    implements Value {

  /** A root. */
  public static ObjectValue root(Shape shape, Node.Mapping node, Place place) {
    return new ObjectValue(shape, node, place, Optional.empty());
  }

  /** A record inside this one. */
  public ObjectValue child(Shape childShape, Node.Mapping childNode, Place childPlace) {
    return new ObjectValue(childShape, childNode, childPlace, Optional.of(rootOrThis()));
  }

  public ObjectValue rootOrThis() {
    return root.orElse(this);
  }

  /**
   * Roots compare by identity of the object and path, records inside by content; a root never
   * equals a record inside, or equality would not be transitive.
   */
  @Override
  public boolean equals(Object other) {
    if (!(other instanceof ObjectValue that) || root.isEmpty() != that.root.isEmpty()) {
      return false;
    }
    return root.isEmpty()
        ? sameObject(place.object(), that.place.object()) && place.path().equals(that.place.path())
        : shape.name().equals(that.shape.name()) && node.equals(that.node);
  }

  /**
   * Objects without a name have no identity but the place they stand at; a manifest without
   * namespace lands in {@code default}.
   */
  private static boolean sameObject(KubernetesObject a, KubernetesObject b) {
    return GroupKind.of(a.kind()).equals(GroupKind.of(b.kind()))
        && a.namespace().orElse("default").equals(b.namespace().orElse("default"))
        && a.name().equals(b.name())
        && (!a.name().isEmpty() || samePlace(a, b));
  }

  private static boolean samePlace(KubernetesObject a, KubernetesObject b) {
    return a.source().name().equals(b.source().name())
        && a.document() == b.document()
        && a.item() == b.item();
  }

  @Override
  public int hashCode() {
    return root.isEmpty() ? place.object().name().hashCode() : node.hashCode();
  }
}

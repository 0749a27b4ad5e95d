package dev.taffrail.value;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.Map;

/**
 * Where a value stands, or would stand if it were set: an object, and a path in it.
 *
 * @param moved children that stand elsewhere, by name; a record that is put together from several
 *     places (the effective security context of a container) has them, so that a finding points at
 *     the line that was written
 */
public record Place(KubernetesObject object, FieldPath path, Map<String, Place> moved) {
  public Place {
    moved = Map.copyOf(moved);
  }

  public Place(KubernetesObject object, FieldPath path) {
    this(object, path, Map.of());
  }

  /** Where values stand that were read out of a text: in no object, so nothing can point there. */
  public static final Place NOWHERE =
      new Place(
          KubernetesObject.of(
              SourceFile.of("text", ""),
              new Node.Mapping(new String[0], new int[0], new Node[0], 0, 0),
              GroupVersionKind.of("", ""),
              0),
          FieldPath.ROOT);

  /** Whether it is in an object that somebody wrote. */
  public boolean isInObject() {
    return object != NOWHERE.object;
  }

  public Place key(String name) {
    Place elsewhere = moved.get(name);
    return elsewhere == null ? new Place(object, path.key(name)) : elsewhere;
  }

  public Place element(int index) {
    Place elsewhere = moved.isEmpty() ? null : moved.get(step(index));
    return elsewhere == null ? new Place(object, path.element(index)) : elsewhere;
  }

  /** The name of an element among the children that stand elsewhere. */
  public static String step(int index) {
    return "[" + index + "]";
  }
}

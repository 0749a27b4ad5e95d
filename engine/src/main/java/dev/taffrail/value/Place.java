package dev.taffrail.value;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;

/** Where a value stands, or would stand if it were set: an object, and a path in it. */
public record Place(KubernetesObject object, FieldPath path) {
  public Place key(String name) {
    return new Place(object, path.key(name));
  }

  public Place element(int index) {
    return new Place(object, path.element(index));
  }
}

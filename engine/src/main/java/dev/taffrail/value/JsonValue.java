package dev.taffrail.value;

import dev.taffrail.object.Node;

/** Data without a schema. */
public record JsonValue(Node node, Place place) implements Value {
  @Override
  public boolean equals(Object other) {
    return other instanceof JsonValue that && dev.taffrail.object.Nodes.equal(node, that.node);
  }

  @Override
  public int hashCode() {
    return dev.taffrail.object.Nodes.hash(node);
  }
}

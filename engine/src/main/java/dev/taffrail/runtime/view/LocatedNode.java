package dev.taffrail.runtime.view;

import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.Optional;

/** A record of a manifest, and where it stands. */
record LocatedNode(Node.Mapping node, Place place) {
  Optional<LocatedNode> child(String key) {
    return node.mapping(key).map(found -> new LocatedNode(found, place.key(key)));
  }
}

package dev.taffrail.runtime.view;

import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A record with values of another place over it, each of which keeps its own place: a configuration
 * file with flags.
 */
final class Overlaid {
  private final Optional<Node.Mapping> base;
  private final Place place;
  private final Map<String, Overlaid> below = new LinkedHashMap<>();
  private final Map<String, Node> nodes = new LinkedHashMap<>();
  private final Map<String, Place> places = new LinkedHashMap<>();

  Overlaid(Optional<Node.Mapping> base, Place place) {
    this.base = base;
    this.place = place;
  }

  /** Puts a value where {@code authentication.anonymous.enabled} leads. */
  void put(String path, Node node, Place from) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      nodes.put(path, node);
      places.put(path, from);
      return;
    }
    String first = path.substring(0, dot);
    below
        .computeIfAbsent(first, f -> new Overlaid(base.flatMap(b -> b.mapping(f)), place.key(f)))
        .put(path.substring(dot + 1), node, from);
  }

  Node.Mapping node() {
    var fields = new LinkedHashMap<String, Node>();
    base.ifPresent(
        record -> {
          for (int i = 0; i < record.size(); i++) {
            fields.put(record.key(i), record.value(i));
          }
        });
    below.forEach((name, record) -> fields.put(name, record.node()));
    fields.putAll(nodes);
    int start = base.map(Node::start).orElse(0);
    return FlagNodes.mapping(fields, start, base.map(Node::end).orElse(start));
  }

  Place place() {
    var moved = new LinkedHashMap<>(places);
    below.forEach((name, record) -> moved.put(name, record.place()));
    return new Place(place.object(), place.path(), moved);
  }
}

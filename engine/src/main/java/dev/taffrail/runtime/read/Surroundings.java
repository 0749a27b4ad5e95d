package dev.taffrail.runtime.read;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Optional;

/** Finds the records around a place: a value knows where it stands, but not what it stands in. */
public final class Surroundings {
  private Surroundings() {}

  /** The place some steps up: two steps lead from {@code spec.containers[0]} to {@code spec}. */
  public static Optional<Place> up(Place place, int steps) {
    Optional<FieldPath> path = Optional.of(place.path());
    for (int i = 0; i < steps; i++) {
      path = path.flatMap(FieldPath::parent);
    }
    return path.map(found -> new Place(place.object(), found));
  }

  /**
   * The name of the list an element stands in: {@code containers} for {@code spec.containers[0]}.
   */
  public static Optional<String> listOf(Place element) {
    List<FieldPath.Step> steps = element.path().steps();
    return steps.size() >= 2
            && steps.get(steps.size() - 1) instanceof FieldPath.Step.Element
            && steps.get(steps.size() - 2) instanceof FieldPath.Step.Key key
        ? Optional.of(key.name())
        : Optional.empty();
  }

  /** The object written at a place, if there is one. */
  public static Optional<Node.Mapping> mapping(Place place) {
    Node node = place.object().root();
    for (FieldPath.Step step : place.path().steps()) {
      Optional<Node> child = child(node, step);
      if (child.isEmpty()) {
        return Optional.empty();
      }
      node = child.get();
    }
    return node instanceof Node.Mapping mapping ? Optional.of(mapping) : Optional.empty();
  }

  private static Optional<Node> child(Node node, FieldPath.Step step) {
    return switch (step) {
      case FieldPath.Step.Key key ->
          node instanceof Node.Mapping mapping && mapping.indexOf(key.name()) >= 0
              ? Optional.of(mapping.value(mapping.indexOf(key.name())))
              : Optional.empty();
      case FieldPath.Step.Element element ->
          node instanceof Node.Sequence list && element.index() < list.elements().size()
              ? Optional.of(list.elements().get(element.index()))
              : Optional.empty();
    };
  }
}

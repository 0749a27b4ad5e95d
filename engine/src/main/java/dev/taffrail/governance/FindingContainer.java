package dev.taffrail.governance;

import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.PathPattern;
import java.util.List;
import java.util.Optional;

/**
 * The container a finding stands in.
 *
 * @param name its name, or empty
 * @param image its image, if it can be read
 */
record FindingContainer(String name, Optional<ImageRef> image) {
  private static final List<String> LISTS =
      List.of("containers", "initContainers", "ephemeralContainers");

  /** The container on the way to a field; none if the field is not inside one. */
  static Optional<FindingContainer> of(KubernetesObject object, PathPattern path) {
    Node node = object.root();
    boolean inList = false;
    for (PathPattern.Step step : path.steps()) {
      switch (step) {
        case PathPattern.Step.Key(String name) -> {
          if (!(node instanceof Node.Mapping mapping) || mapping.indexOf(name) < 0) {
            return Optional.empty();
          }
          node = mapping.value(mapping.indexOf(name));
          inList = LISTS.contains(name);
        }
        case PathPattern.Step.Element(int index) -> {
          if (!(node instanceof Node.Sequence list) || index >= list.elements().size()) {
            return Optional.empty();
          }
          node = list.elements().get(index);
          if (inList && node instanceof Node.Mapping container) {
            return Optional.of(
                new FindingContainer(
                    container.text("name").orElse(""),
                    container.text("image").flatMap(ImageRef::parse)));
          }
        }
        case PathPattern.Step.All() -> {
          return Optional.empty();
        }
      }
    }
    return Optional.empty();
  }
}

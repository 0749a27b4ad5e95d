package dev.taffrail.runtime.interpret;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.Optional;

/** The thing a message is about: the innermost named record that a loop has reached. */
record Subject(String words, Place place) {

  /** The name of a record: {@code container `web`}. */
  static Optional<Subject> of(ObjectValue value) {
    int at = value.node().indexOf("name");
    if (value.root().isEmpty() || at < 0 || !(value.node().value(at) instanceof Node.Text name)) {
      return Optional.empty();
    }
    return Optional.of(new Subject("%s `%s`".formatted(noun(value), name.value()), value.place()));
  }

  private static String noun(ObjectValue value) {
    String path = value.place().path().toString();
    if (value.shape().name().equals("Container")) {
      if (path.contains("initContainers[")) {
        return restarts(value) ? "sidecar container" : "init container";
      }
      return path.contains("ephemeralContainers[") ? "ephemeral container" : "container";
    }
    return words(value.shape().name());
  }

  private static boolean restarts(ObjectValue container) {
    int at = container.node().indexOf("restartPolicy");
    return at >= 0
        && container.node().value(at) instanceof Node.Text policy
        && policy.value().equals("Always");
  }

  /** {@code VolumeMount} as {@code volume mount}. */
  static String words(String typeName) {
    return typeName.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(java.util.Locale.ROOT);
  }

  /** A path as seen from the subject, or whole if it is elsewhere. */
  String relative(FieldPath path) {
    String whole = path.toString();
    String own = place.path().toString();
    return whole.startsWith(own + ".") ? whole.substring(own.length() + 1) : whole;
  }
}

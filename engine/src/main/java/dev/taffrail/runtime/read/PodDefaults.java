package dev.taffrail.runtime.read;

import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Map;
import java.util.Optional;

/** Defaults inside pods that depend on other fields. */
final class PodDefaults {
  /** From {@code ports[0]} of a container to the spec of its pod. */
  private static final int PORT_TO_SPEC = 4;

  static final Map<String, DefaultRule> RULES =
      Map.of(
          "hostPort",
          PodDefaults::hostPort,
          "imagePullPolicy",
          (container, reader) -> pullPolicy(container, "image", reader),
          "imageVolumePullPolicy",
          (volume, reader) -> pullPolicy(volume, "reference", reader),
          "serviceAccountName",
          PodDefaults::serviceAccountName);

  private PodDefaults() {}

  /** Every port of a pod in the host's network is a port of the host. */
  private static Value hostPort(ObjectValue port, FieldReader reader) {
    return Surroundings.up(port.place(), PORT_TO_SPEC)
            .filter(PodDefaults::isInHostNetwork)
            .isPresent()
        ? reader.read(port, "containerPort")
        : new Value.Int(0);
  }

  private static boolean isInHostNetwork(Place spec) {
    Optional<Node> written =
        Surroundings.mapping(spec)
            .filter(node -> node.indexOf("hostNetwork") >= 0)
            .map(node -> node.value(node.indexOf("hostNetwork")));
    if (written.isEmpty() || written.get() instanceof Node.Null) {
      return false;
    }
    if (written.get() instanceof Node.Bool bool) {
      return bool.value();
    }
    Place place = spec.key("hostNetwork");
    throw new EvaluationError(
        ErrorCode.WRONG_SHAPE,
        "`%s` must be a Boolean, but it is %s".formatted(place.path(), written.get().what()),
        Optional.of(place));
  }

  /** The tag decides, not the digest: {@code app:latest@sha256:…} is pulled always. */
  private static Value pullPolicy(ObjectValue holder, String field, FieldReader reader) {
    boolean latest =
        reader.read(holder, field) instanceof ImageRef image
            && image.tag().map("latest"::equals).orElse(image.digest().isEmpty());
    return new Value.Text(latest ? "Always" : "IfNotPresent");
  }

  /** The old field {@code serviceAccount} still counts where the new one is not set. */
  private static Value serviceAccountName(ObjectValue spec, FieldReader reader) {
    return reader.read(spec, "serviceAccount") instanceof Value.Text old && !old.value().isEmpty()
        ? old
        : new Value.Text("default");
  }
}

package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Component;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/**
 * What a component takes a flag for that it was not given; an error where a file decides that is
 * not at hand.
 */
final class ComponentFlagDefaults {
  /**
   * What kubeadm writes from what only the node or its version knows. Sources:
   * cmd/kubeadm/app/phases/controlplane/manifests.go, cmd/kubeadm/app/phases/etcd/local.go.
   */
  private static final Set<String> WRITTEN_ON_THE_NODE =
      Set.of(
          "advertise-client-urls",
          "allocate-node-cidrs",
          "cluster-name",
          "controllers",
          "feature-gates",
          "initial-advertise-peer-urls",
          "initial-cluster",
          "initial-cluster-state",
          "listen-client-urls",
          "listen-peer-urls",
          "name",
          "secure-port",
          "snapshot-count");

  private ComponentFlagDefaults() {}

  /**
   * The default.
   *
   * @param rule as {@link Component#DEFAULT_RULE} says
   * @param flags the flags of a view
   */
  static Value of(String rule, ObjectValue flags) {
    String[] parts = rule.substring(Component.DEFAULT_RULE.length()).split(" ", 3);
    String field = Component.field(parts[0]);
    Place place = flags.place().key(field);
    if (!parts[1].equals(Component.NOTHING)
        && flags.node().find(Component.field(parts[1])).isPresent()) {
      throw noData(
          "`--%s` is not set, and the file that `--%s` names is not known"
              .formatted(parts[0], parts[1]),
          place);
    }
    if (WRITTEN_ON_THE_NODE.contains(parts[0])
        && flags.rootOrThis().node().text("source").filter("kubeadm"::equals).isPresent()) {
      throw noData(
          "`--%s` is not among the extra arguments, and kubeadm writes it when it knows the node"
              .formatted(parts[0]),
          place);
    }
    return parts[2].isEmpty() ? Value.absent() : value(parts[2], type(flags, field));
  }

  private static Type type(ObjectValue flags, String field) {
    return ((ObjectType) flags.shape()).field(field).orElseThrow().type();
  }

  private static Value value(String text, Type type) {
    return switch (type) {
      case Type.ListOf list ->
          ListValue.of(Arrays.stream(text.split(",")).map(t -> (Value) new Value.Text(t)).toList());
      case Type.Scalar scalar -> Texts.parse(scalar, text).orElseThrow();
      default -> throw new IllegalStateException("no default for " + type);
    };
  }

  private static EvaluationError noData(String message, Place place) {
    return new EvaluationError(ErrorCode.NO_DATA, message, Optional.of(place));
  }
}

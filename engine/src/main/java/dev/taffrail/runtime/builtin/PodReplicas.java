package dev.taffrail.runtime.builtin;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.read.Surroundings;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Map;
import java.util.Optional;

/** How many pods a workload makes of its template. */
final class PodReplicas {
  /** The field beside the template that says so. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "CronJob.batch", "parallelism",
          "Deployment.apps", "replicas",
          "Job.batch", "parallelism",
          "ReplicaSet.apps", "replicas",
          "ReplicationController", "replicas",
          "StatefulSet.apps", "replicas");

  private PodReplicas() {}

  static Value of(ObjectValue pod) {
    if (pod.place().path().isRoot()) {
      return new Value.Int(1);
    }
    String carrier = GroupKind.of(pod.place().object().kind()).toString();
    String field = FIELDS.get(carrier);
    Optional<Place> around = Surroundings.up(pod.place(), 1);
    if (field == null || around.isEmpty()) {
      return Value.absent();
    }
    Optional<Node> written =
        Surroundings.mapping(around.get()).flatMap(mapping -> mapping.find(field));
    if (written.isEmpty()) {
      return new Value.Int(1);
    }
    if (written.get() instanceof Node.Int number) {
      return new Value.Int(number.value());
    }
    Place place = around.get().key(field);
    throw new EvaluationError(
        ErrorCode.WRONG_SHAPE,
        "`%s` must be a whole number, but it is %s".formatted(place.path(), written.get().what()),
        Optional.of(place));
  }
}

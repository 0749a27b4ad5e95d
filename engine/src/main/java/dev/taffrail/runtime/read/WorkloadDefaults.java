package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Defaults of workload controllers that depend on other fields. */
final class WorkloadDefaults {
  static final Map<String, DefaultRule> RULES =
      Map.of(
          "autoscalerMetrics", WorkloadDefaults::autoscalerMetrics,
          "jobBackoffLimit", WorkloadDefaults::jobBackoffLimit,
          "jobPodReplacementPolicy", WorkloadDefaults::jobPodReplacementPolicy,
          "templateLabels", WorkloadDefaults::templateLabels);

  private WorkloadDefaults() {}

  private static Value jobBackoffLimit(ObjectValue spec, FieldReader reader) {
    boolean limited = !reader.read(spec, "backoffLimitPerIndex").isAbsent();
    return new Value.Int(limited ? Integer.MAX_VALUE : 6);
  }

  private static Value jobPodReplacementPolicy(ObjectValue spec, FieldReader reader) {
    boolean failures = !reader.read(spec, "podFailurePolicy").isAbsent();
    return new Value.Text(failures ? "Failed" : "TerminatingOrFailed");
  }

  private static Value templateLabels(ObjectValue spec, FieldReader reader) {
    return reader.read(spec, "template") instanceof ObjectValue template
            && reader.read(template, "metadata") instanceof ObjectValue metadata
        ? reader.read(metadata, "labels")
        : MapValue.EMPTY;
  }

  /** 80 % of the requested CPU, as if it were written. */
  private static Value autoscalerMetrics(ObjectValue spec, FieldReader reader) {
    int at = spec.node().start();
    Node target =
        mapping(
            at, "type", text("Utilization", at), "averageUtilization", new Node.Int(80, at, at));
    Node resource = mapping(at, "name", text("cpu", at), "target", target);
    Node metric = mapping(at, "type", text("Resource", at), "resource", resource);
    Place place = spec.place().key("metrics");
    return Decoder.decode(new Node.Sequence(List.of(metric), at, at), type(spec), place, spec);
  }

  private static Type type(ObjectValue spec) {
    return Optional.of(spec.shape())
        .filter(ObjectType.class::isInstance)
        .flatMap(shape -> ((ObjectType) shape).field("metrics"))
        .orElseThrow()
        .type();
  }

  private static Node text(String text, int at) {
    return new Node.Text(text, at, at);
  }

  private static Node mapping(int at, String key1, Node value1, String key2, Node value2) {
    return new Node.Mapping(
        new String[] {key1, key2}, new int[] {at, at}, new Node[] {value1, value2}, at, at);
  }
}

package dev.taffrail.compiler.schema;

import dev.taffrail.object.GroupVersionKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where built-in kinds carry pod templates.
 *
 * <p>Every version of a group counts, also those no server serves any more: a workload that is
 * written for an old API must not escape a rule on pods.
 */
final class PodTemplates {
  private static final List<String> SPEC_TEMPLATE = List.of("spec", "template");

  private static final Map<String, List<String>> OF_APPS =
      Map.of(
          "DaemonSet", SPEC_TEMPLATE,
          "Deployment", SPEC_TEMPLATE,
          "ReplicaSet", SPEC_TEMPLATE,
          "StatefulSet", SPEC_TEMPLATE);

  private static final Map<String, Map<String, List<String>>> BY_GROUP =
      Map.of(
          "",
          Map.of("PodTemplate", List.of("template"), "ReplicationController", SPEC_TEMPLATE),
          "apps",
          OF_APPS,
          "extensions",
          OF_APPS,
          "batch",
          Map.of(
              "Job", SPEC_TEMPLATE, "CronJob", List.of("spec", "jobTemplate", "spec", "template")));

  private PodTemplates() {}

  static Optional<List<String>> path(GroupVersionKind kind) {
    return Optional.ofNullable(BY_GROUP.getOrDefault(kind.group(), Map.of()).get(kind.kind()));
  }

  static List<String> carriers() {
    return BY_GROUP.values().stream()
        .flatMap(kinds -> kinds.keySet().stream())
        .distinct()
        .sorted()
        .toList();
  }
}

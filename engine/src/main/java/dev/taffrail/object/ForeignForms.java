package dev.taffrail.object;

import java.util.Optional;
import java.util.Set;

/** Recognises documents that are known not to be objects for the API server. */
final class ForeignForms {
  /** Groups of files that tools read and never send to a cluster. */
  private static final Set<String> TOOL_GROUPS =
      Set.of(
          "backstage.io",
          "cli.kyverno.io",
          "config.kubernetes.io",
          "ctlptl.dev",
          "eksctl.io",
          "k3d.io",
          "kind.x-k8s.io",
          "kpt.dev",
          "krew.googlecontainertools.github.com",
          "skaffold");

  private ForeignForms() {}

  /** Why something with {@code apiVersion} and {@code kind} is no object for the API server. */
  static Optional<SkipReason> ofKind(GroupVersionKind kind, Node.Mapping root) {
    if (kind.group().equals("kustomize.config.k8s.io")) {
      return Optional.of(SkipReason.KUSTOMIZATION);
    }
    boolean kustomizePlugin = kind.group().isEmpty() && kind.version().equals("builtin");
    boolean kubeconfig = kind.apiVersion().equals("v1") && kind.kind().equals("Config");
    return TOOL_GROUPS.contains(kind.group()) || kustomizePlugin || kubeconfig
        ? Optional.of(SkipReason.TOOL_CONFIGURATION)
        : Optional.empty();
  }

  /** What a document without {@code apiVersion} or {@code kind} is. */
  static SkipReason of(Node root) {
    if (!(root instanceof Node.Mapping mapping)) {
      return SkipReason.NOT_AN_OBJECT;
    }
    if (mapping.indexOf("apiVersion") >= 0
        && mapping.indexOf("name") >= 0
        && mapping.indexOf("version") >= 0) {
      return SkipReason.HELM_CHART;
    }
    if (mapping.indexOf("services") >= 0
        && mapping.value(mapping.indexOf("services")) instanceof Node.Mapping) {
      return SkipReason.COMPOSE;
    }
    return mapping.indexOf("kind") < 0 && isKustomization(mapping)
        ? SkipReason.KUSTOMIZATION
        : SkipReason.NOT_AN_OBJECT;
  }

  /** Kustomize does not insist on {@code apiVersion} and {@code kind}. */
  private static boolean isKustomization(Node.Mapping mapping) {
    return Set.of("resources", "bases", "components").stream()
        .anyMatch(
            key ->
                mapping.indexOf(key) >= 0
                    && mapping.value(mapping.indexOf(key)) instanceof Node.Sequence list
                    && !list.elements().isEmpty()
                    && list.elements().stream().allMatch(Node.Text.class::isInstance));
  }
}

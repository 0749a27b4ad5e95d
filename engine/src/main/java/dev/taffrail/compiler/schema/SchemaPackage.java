package dev.taffrail.compiler.schema;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A package of definitions: {@code io.k8s.api.core.v1} is the group {@code core} in version {@code
 * v1}.
 *
 * <p>The order is the order of preference for a short name: by group, then stable before beta
 * before alpha, then the newest.
 *
 * @param alias the group as policies write it
 */
record SchemaPackage(String name, String alias, String version)
    implements Comparable<SchemaPackage> {

  /** Groups that a short name means before all others; the rest follow in alphabetical order. */
  private static final List<String> GROUPS =
      List.of(
          "core",
          "apps",
          "batch",
          "networking",
          "rbac",
          "policy",
          "autoscaling",
          "storage",
          "admissionregistration",
          "apiextensions",
          "meta");

  /** Configuration files come last, behind all that an API server serves. */
  private static final Comparator<SchemaPackage> PREFERENCE =
      Comparator.comparingInt(SchemaPackage::groupRank)
          .thenComparing(SchemaPackage::alias)
          .thenComparing(SchemaPackage::version, ApiVersions.NEWEST_STABLE_FIRST)
          .thenComparing(SchemaPackage::name);

  /** Packages whose names say nothing about the group; also those of configuration files. */
  private static final Map<String, String> ALIASES =
      Map.of(
          "io.k8s.client-go.tools.clientcmd.api", "kubeconfig",
          "io.k8s.component-base.config", "component",
          "io.k8s.component-base.logs.api", "logs",
          "io.k8s.component-base.tracing.api", "tracing",
          "io.k8s.kube-proxy.config", "kubeproxy",
          "io.k8s.kube-scheduler.config", "kubescheduler",
          "io.k8s.kubelet.config", "kubelet",
          "io.k8s.pod-security-admission.admission.api", "podsecurity");

  /** Where the definitions of the API server are; all others belong to configuration files. */
  private static final List<String> SERVED =
      List.of(
          "io.k8s.api.",
          "io.k8s.apimachinery.",
          "io.k8s.apiextensions-apiserver.",
          "io.k8s.kube-aggregator.");

  static SchemaPackage of(String name) {
    int dot = name.lastIndexOf('.');
    String group = name.substring(0, dot);
    String alias = ALIASES.getOrDefault(group, group.substring(group.lastIndexOf('.') + 1));
    return new SchemaPackage(name, alias, name.substring(dot + 1));
  }

  static SchemaPackage ofDefinition(String id) {
    return of(id.substring(0, id.lastIndexOf('.')));
  }

  /** What policies may call a definition of it, the shortest name first. */
  List<String> names(String definition) {
    return List.of(definition, alias + "." + definition, alias + "." + version + "." + definition);
  }

  boolean isConfig() {
    return SERVED.stream().noneMatch(name::startsWith);
  }

  private int groupRank() {
    int rank = GROUPS.indexOf(alias);
    return isConfig() ? GROUPS.size() + 1 : rank < 0 ? GROUPS.size() : rank;
  }

  @Override
  public int compareTo(SchemaPackage other) {
    return PREFERENCE.compare(this, other);
  }
}

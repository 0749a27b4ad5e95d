package dev.taffrail.object;

import java.util.Map;

/**
 * A kind in whatever version: {@code apps}, {@code Deployment}; the core group is empty.
 *
 * <p>Kinds that left the group {@code extensions} count as those of the group they went to, since
 * the objects are the same.
 */
public record GroupKind(String group, String kind) implements Comparable<GroupKind> {
  private static final Map<String, String> FORMERLY_EXTENSIONS =
      Map.of(
          "DaemonSet", "apps",
          "Deployment", "apps",
          "ReplicaSet", "apps",
          "Ingress", "networking.k8s.io",
          "NetworkPolicy", "networking.k8s.io",
          "PodSecurityPolicy", "policy");

  public GroupKind {
    group = group.equals("extensions") ? FORMERLY_EXTENSIONS.getOrDefault(kind, group) : group;
  }

  public static GroupKind of(GroupVersionKind kind) {
    return new GroupKind(kind.group(), kind.kind());
  }

  @Override
  public int compareTo(GroupKind other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : group.compareTo(other.group);
  }

  /** {@code Deployment.apps}, or the kind alone in the core group. */
  @Override
  public String toString() {
    return group.isEmpty() ? kind : kind + "." + group;
  }
}

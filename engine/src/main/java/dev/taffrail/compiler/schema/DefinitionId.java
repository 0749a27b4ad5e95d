package dev.taffrail.compiler.schema;

import java.util.Comparator;
import java.util.List;

/**
 * The parts of a definition id: {@code io.k8s.api.core.v1.Container} is {@code Container} of the
 * group {@code core} in version {@code v1}.
 *
 * <p>The order is the order of preference for a short name: by group, then stable before beta
 * before alpha, then the newest.
 *
 * @param alias the group as policies write it
 */
record DefinitionId(String id, String alias, String version, String name)
    implements Comparable<DefinitionId> {

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

  /** Config files of components come last: nobody means them by {@code Policy} alone by chance. */
  private static final Comparator<DefinitionId> PREFERENCE =
      Comparator.comparingInt(DefinitionId::groupRank)
          .thenComparing(DefinitionId::alias)
          .thenComparing(DefinitionId::version, ApiVersions.NEWEST_STABLE_FIRST)
          .thenComparing(DefinitionId::id);

  static DefinitionId of(String id) {
    int name = id.lastIndexOf('.');
    int version = id.lastIndexOf('.', name - 1);
    int group = id.lastIndexOf('.', version - 1);
    return new DefinitionId(
        id,
        id.substring(group + 1, version),
        id.substring(version + 1, name),
        id.substring(name + 1));
  }

  boolean isConfig() {
    return !id.startsWith("io.k8s.");
  }

  private int groupRank() {
    int rank = GROUPS.indexOf(alias);
    return isConfig() ? GROUPS.size() + 1 : rank < 0 ? GROUPS.size() : rank;
  }

  @Override
  public int compareTo(DefinitionId other) {
    return PREFERENCE.compare(this, other);
  }
}

package dev.taffrail.compiler.schema;

/**
 * A kind that can stand in a manifest.
 *
 * @param group empty for the core group
 * @param plural the resource name in paths and RBAC rules; empty for config-file kinds
 * @param definitionId the definition of its fields
 */
public record RawKind(
    String group, String version, String kind, String plural, Scope scope, String definitionId) {

  /** Where objects of a kind live. */
  public enum Scope {
    NAMESPACED,
    CLUSTER,
    /** In a file that a component reads; the API server does not know it. */
    CONFIG;

    static Scope of(String word) {
      return switch (word) {
        case "namespaced" -> NAMESPACED;
        case "cluster" -> CLUSTER;
        case "config" -> CONFIG;
        default -> throw new IllegalArgumentException("unknown scope `" + word + "`");
      };
    }
  }

  public String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  public boolean namespaced() {
    return scope == Scope.NAMESPACED;
  }
}

package dev.taffrail.schemagen;

/**
 * A kind that a Kubernetes version serves at a path of its own.
 *
 * @param modelClass the class of the client that stands for it
 */
record ServedKind(
    String group,
    String version,
    String kind,
    String plural,
    boolean namespaced,
    String modelClass) {

  String apiVersion() {
    return group.isEmpty() ? version : group + "/" + version;
  }

  String scope() {
    return namespaced ? "namespaced" : "cluster";
  }
}

package dev.taffrail.bench;

/**
 * What is alike in a made-up cluster: the last three are what somebody would write to keep policies
 * busy.
 */
enum ClusterShape {
  /** Namespaces of about a hundred objects. */
  ORDINARY,
  /** Everything lies in one namespace, with labels of its own. */
  ONE_NAMESPACE,
  /** The same, and all pods have the same labels, which every selector selects. */
  ONE_LABEL,
  /** Every role is bound to one group. */
  ONE_GROUP;

  boolean hasOneNamespace() {
    return this == ONE_NAMESPACE || this == ONE_LABEL;
  }

  /** As it is written on the command line: {@code one-label}. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}

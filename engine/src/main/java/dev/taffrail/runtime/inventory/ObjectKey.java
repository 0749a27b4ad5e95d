package dev.taffrail.runtime.inventory;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;

/**
 * What makes two manifests the same object of a cluster: kind, namespace and name.
 *
 * @param namespace that of a manifest that names none, {@code default}, also for kinds outside of
 *     namespaces: it is the same for all objects of such a kind
 */
public record ObjectKey(GroupKind kind, String namespace, String name) {
  /** The namespace of manifests that name none. */
  public static final String DEFAULT = "default";

  public static ObjectKey of(KubernetesObject object) {
    return new ObjectKey(
        GroupKind.of(object.kind()), object.namespace().orElse(DEFAULT), object.name());
  }
}

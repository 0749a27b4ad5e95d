package dev.taffrail.runtime.inventory;

import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.HashSet;
import java.util.Set;

/**
 * Which kinds the API server has; of one that it does not have, there are no objects.
 *
 * <p>A host may say so. Otherwise the kinds of the Kubernetes version of the run are served, and of
 * the others those that a CustomResourceDefinition declares. Only if it was said that all
 * definitions are there, a kind without one is not served: manifests may well rely on definitions
 * that are installed already.
 */
public final class ServedKinds {
  /** The kind that declares kinds. */
  public static final GroupKind DEFINITIONS =
      new GroupKind("apiextensions.k8s.io", "CustomResourceDefinition");

  private final Inventory inventory;
  private final SchemaTypes types;
  private final Set<GroupKind> declared = new HashSet<>();

  public ServedKinds(Inventory inventory, SchemaTypes types) {
    this.inventory = inventory;
    this.types = types;
    for (KubernetesObject definition : inventory.ofKind(DEFINITIONS)) {
      definition
          .root()
          .mapping("spec")
          .ifPresent(
              spec ->
                  declared.add(
                      new GroupKind(
                          spec.text("group").orElse(""),
                          spec.mapping("names")
                              .flatMap((Node.Mapping names) -> names.text("kind"))
                              .orElse(""))));
    }
  }

  /** Whether the kind is known to be served. */
  public boolean has(GroupKind kind) {
    return inventory
        .served()
        .map(served -> served.contains(kind))
        .orElseGet(() -> declared.contains(kind) || isOfKubernetes(kind));
  }

  /** Whether the kind is known not to be served. */
  public boolean lacks(GroupKind kind) {
    return inventory
        .served()
        .map(served -> !served.contains(kind))
        .orElseGet(
            () ->
                !declared.contains(kind)
                    && !isOfKubernetes(kind)
                    && inventory.isDeclaredComplete(DEFINITIONS));
  }

  private boolean isOfKubernetes(GroupKind kind) {
    return types.servedVersions(kind).isEmpty() && types.typeOf(kind).isPresent();
  }
}

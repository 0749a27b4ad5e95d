package dev.taffrail.compiler.schema.custom;

import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import java.util.List;

/**
 * A kind as a CustomResourceDefinition declares it.
 *
 * @param object the definition as it was written
 * @param versions the served ones in the order written; objects of others are refused by the API
 *     server
 */
public record CustomDefinition(
    KubernetesObject object, GroupKind kind, boolean namespaced, List<Version> versions) {
  public CustomDefinition {
    versions = List.copyOf(versions);
  }

  /**
   * A served version.
   *
   * @param schema {@code openAPIV3Schema}
   */
  public record Version(String name, Node.Mapping schema) {}

  /** {@code crds/widget.yaml:3}. */
  public String place() {
    return object.source().name() + ":" + object.source().position(object.root().start()).line();
  }

  /** Whether both say the same; places do not count. */
  public boolean sameAs(CustomDefinition other) {
    return kind.equals(other.kind)
        && namespaced == other.namespaced
        && versions.equals(other.versions);
  }
}

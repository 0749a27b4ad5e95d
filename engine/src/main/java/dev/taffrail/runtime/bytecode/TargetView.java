package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.value.ObjectValue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What policies with one target judge in objects of one kind.
 *
 * @param path where it stands; empty for the object itself
 */
record TargetView(TargetSelection selection, IrPolicy.Target target, List<String> path) {
  TargetView {
    path = List.copyOf(path);
  }

  /** Its tree, or null if the object has none, so that the policies are not about it. */
  Node.@Nullable Mapping node(KubernetesObject object) {
    Node.Mapping node = object.root();
    for (int i = 0; i < path.size(); i++) {
      int at = node.indexOf(path.get(i));
      if (at < 0 || !(node.value(at) instanceof Node.Mapping next)) {
        return null;
      }
      node = next;
    }
    return node;
  }

  /** The same as the interpreter gets it. */
  ObjectValue value(KubernetesObject object) {
    return selection.select(target, object).orElseThrow();
  }
}

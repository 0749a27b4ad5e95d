package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Admission;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.value.ObjectValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells violations that an update leaves as they were: none of the fields that the policy can read
 * has changed.
 */
final class Grandfathering {
  /** What the API server keeps for itself, and changes whenever anything else changes. */
  private static final Set<String> BOOKKEEPING =
      Set.of("generation", "managedFields", "resourceVersion");

  private final IrProgram program;
  private final TargetSelection targets;
  private final Map<String, ReadSet> readSets = new ConcurrentHashMap<>();

  Grandfathering(IrProgram program, SchemaTypes types) {
    this.program = program;
    this.targets = new TargetSelection(types);
  }

  /** Never for an error outcome, and never for a policy that is about the change itself. */
  boolean covers(Finding finding, Optional<KubernetesObject> object) {
    Optional<KubernetesObject> old =
        object
            .flatMap(KubernetesObject::admission)
            .filter(request -> request.operation().equals("UPDATE"))
            .flatMap(Admission::old);
    Optional<IrPolicy> policy =
        program.policies().stream().filter(p -> p.id().equals(finding.policy())).findFirst();
    return finding.outcome() == Outcome.VIOLATION
        && old.isPresent()
        && policy.isPresent()
        && leavesAlone(policy.get(), object.get(), old.get());
  }

  private boolean leavesAlone(IrPolicy policy, KubernetesObject object, KubernetesObject old) {
    ReadSet read = readSets.computeIfAbsent(policy.id(), id -> ReadSet.of(policy, program));
    if (read.beyond()) {
      return false;
    }
    if (read.whole()) {
      return Nodes.equal(withoutBookkeeping(object.root()), withoutBookkeeping(old.root()));
    }
    Optional<ObjectValue> now = targets.select(policy.target(), object);
    Optional<ObjectValue> before = targets.select(policy.target(), old);
    return now.isPresent()
        && before.isPresent()
        && read.paths().stream()
            .allMatch(path -> isSame(at(now.get().node(), path), at(before.get().node(), path)));
  }

  private static boolean isSame(Optional<Node> now, Optional<Node> before) {
    return now.isPresent() == before.isPresent()
        && (now.isEmpty() || Nodes.equal(now.get(), before.get()));
  }

  private static Optional<Node> at(Node.Mapping root, List<String> path) {
    Optional<Node> node = Optional.of(root);
    for (String name : path) {
      node = node.flatMap(n -> n instanceof Node.Mapping m ? m.find(name) : Optional.empty());
    }
    return node;
  }

  private static Node.Mapping withoutBookkeeping(Node.Mapping root) {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Node>();
    for (int i = 0; i < root.size(); i++) {
      Node value = root.value(i);
      keys.add(root.key(i));
      values.add(
          root.key(i).equals("metadata") && value instanceof Node.Mapping metadata
              ? without(metadata)
              : value);
    }
    return mapping(keys, values);
  }

  private static Node.Mapping without(Node.Mapping metadata) {
    var keys = new ArrayList<String>();
    var values = new ArrayList<Node>();
    for (int i = 0; i < metadata.size(); i++) {
      if (!BOOKKEEPING.contains(metadata.key(i))) {
        keys.add(metadata.key(i));
        values.add(metadata.value(i));
      }
    }
    return mapping(keys, values);
  }

  private static Node.Mapping mapping(List<String> keys, List<Node> values) {
    return new Node.Mapping(
        keys.toArray(String[]::new), new int[keys.size()], values.toArray(Node[]::new), 0, 0);
  }
}

package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Admission;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.object.Nodes;
import dev.taffrail.runtime.inventory.FieldReads;
import dev.taffrail.runtime.inventory.Reads;
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
  private final SchemaTypes types;
  private final Map<String, FieldReads> reads = new ConcurrentHashMap<>();

  Grandfathering(IrProgram program, SchemaTypes types) {
    this.program = program;
    this.types = types;
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
    if (looksBeyond(policy)) {
      return false;
    }
    FieldReads read =
        reads.computeIfAbsent(policy.id(), id -> FieldReads.of(List.of(policy), program, types));
    Optional<ObjectValue> now = targets.select(policy.target(), object);
    Optional<ObjectValue> before = targets.select(policy.target(), old);
    if (now.isEmpty() || before.isEmpty()) {
      return false;
    }
    boolean whole =
        read.untyped()
            || read.untypedTarget()
            || !(now.get().shape() instanceof ObjectType type)
            || read.readsAll(type)
            || read.readsOtherVersionOf(type);
    return whole
        ? Nodes.equal(withoutBookkeeping(object.root()), withoutBookkeeping(old.root()))
        : read.agree(now.get().node(), before.get().node(), (ObjectType) now.get().shape());
  }

  /** Other objects, the object before, the request. */
  private boolean looksBeyond(IrPolicy policy) {
    return policy.target().once()
        || Reads.of(policy, program).any()
        || IrWalk.expressionsOf(policy).stream()
            .anyMatch(e -> IrWalk.any(e, Grandfathering::isOfRequest));
  }

  private static boolean isOfRequest(IrExpr e) {
    return e instanceof IrExpr.Local local
        && (local.slot() == IrPolicy.OLD_SLOT || local.slot() == IrPolicy.REQUEST_SLOT);
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

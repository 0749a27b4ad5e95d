package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.object.Admission;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Decides by the admission request which policies an object is for.
 *
 * <p>Through the subresource {@code status} nothing but the status is updated, so only policies
 * that read it, themselves or through functions, are asked.
 */
final class AskedPolicies {
  private static final String STATUS = "status";

  private final IrProgram program;
  private final Set<String> readers = new HashSet<>();

  AskedPolicies(IrProgram program) {
    this.program = program;
    for (IrPolicy policy : program.policies()) {
      if (reads(IrWalk.expressionsOf(policy), new HashSet<>())) {
        readers.add(policy.id());
      }
    }
  }

  /** Without a request, an object is judged as if it were created. */
  boolean contain(IrPolicy policy, Optional<Admission> admission) {
    return admission
        .map(
            request ->
                policy.target().isFor(request.operation().toLowerCase(Locale.ROOT))
                    && (!request.subresource().equals(STATUS) || readers.contains(policy.id())))
        .orElse(!policy.target().admissionOnly());
  }

  private boolean reads(List<IrExpr> expressions, Set<GlobalId> seen) {
    return expressions.stream().anyMatch(e -> IrWalk.any(e, part -> reads(part, seen)));
  }

  private boolean reads(IrExpr part, Set<GlobalId> seen) {
    return switch (part) {
      case IrExpr.ReadField read -> read.name().equals(STATUS);
      case IrExpr.ReadJson read -> read.name().equals(STATUS);
      case IrExpr.CallFunction call -> readsIn(call.function(), seen);
      default -> false;
    };
  }

  private boolean readsIn(GlobalId id, Set<GlobalId> seen) {
    IrFunction function = program.functions().get(id);
    return function != null && seen.add(id) && reads(IrWalk.expressionsOf(function), seen);
  }
}

package dev.taffrail.governance;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.inventory.Reads;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a policy can read, known from its text; rather too much than too little, since what is
 * missing here would be taken for unchanged.
 *
 * @param beyond it reads more than the object: other objects, the object before, the request
 * @param whole it may read any field of the object
 * @param paths the fields of its target it reads, each with all below it
 */
record ReadSet(boolean beyond, boolean whole, Set<List<String>> paths) {
  /** Built-ins on a Pod that read nothing outside of its spec. */
  private static final Set<String> OF_SPEC = Set.of("allContainers", "longRunningContainers");

  static ReadSet of(IrPolicy policy, IrProgram program) {
    var search = new Search(program);
    IrWalk.expressionsOf(policy).forEach(e -> search.visit(e, true));
    boolean beyond = search.beyond || Reads.of(policy, program).any() || policy.target().once();
    return new ReadSet(beyond, search.whole, search.paths);
  }

  private static final class Search {
    private final IrProgram program;
    private final Set<GlobalId> seen = new HashSet<>();
    private final Set<List<String>> paths = new LinkedHashSet<>();
    private boolean beyond;
    private boolean whole;

    Search(IrProgram program) {
      this.program = program;
    }

    /**
     * @param inPolicy the first slots hold the target and what came with it
     */
    void visit(IrExpr expression, boolean inPolicy) {
      note(expression, inPolicy);
      Optional<List<String>> path = inPolicy ? path(expression) : Optional.empty();
      if (path.isPresent()) {
        paths.add(path.get());
        whole |= path.get().isEmpty();
        return;
      }
      IrWalk.parts(expression).forEach(part -> visit(part, inPolicy));
    }

    private void note(IrExpr expression, boolean inPolicy) {
      switch (expression) {
        case IrExpr.Local local ->
            beyond |=
                inPolicy
                    && (local.slot() == IrPolicy.OLD_SLOT || local.slot() == IrPolicy.REQUEST_SLOT);
        // A default that depends on other fields is computed from anywhere in the object.
        case IrExpr.ReadField read ->
            whole |=
                read.fields().stream()
                    .flatMap(holder -> holder.field().fallback().stream())
                    .anyMatch(Field.Fallback.Contextual.class::isInstance);
        // A record knows the object it belongs to, so a built-in can read past it.
        case IrExpr.CallBuiltin call ->
            whole |=
                !isOfSpec(call) && call.arguments().stream().anyMatch(a -> holdsObject(a.type()));
        case IrExpr.CallFunction call -> function(program.functions().get(call.function()));
        case IrExpr.ModuleValue value -> function(program.values().get(value.id()));
        default -> {}
      }
    }

    private void function(IrFunction function) {
      if (function != null && seen.add(function.id())) {
        IrWalk.expressionsOf(function).forEach(e -> visit(e, false));
      }
    }

    /** The path of a field of the target; empty for the target itself. */
    private static Optional<List<String>> path(IrExpr expression) {
      return switch (expression) {
        case IrExpr.Local local when local.slot() == IrPolicy.TARGET_SLOT -> Optional.of(List.of());
        case IrExpr.ReadField read -> path(read.receiver()).map(path -> with(path, read.name()));
        case IrExpr.ReadJson read -> path(read.receiver()).map(path -> with(path, read.name()));
        case IrExpr.KindMember member ->
            path(member.receiver()).map(path -> with(path, "metadata", "name"));
        case IrExpr.Narrowed narrowed -> path(narrowed.operand());
        case IrExpr.Must must -> path(must.operand());
        case IrExpr.CallBuiltin call when isOfSpec(call) ->
            path(call.arguments().getFirst()).map(path -> with(path, "spec"));
        default -> Optional.empty();
      };
    }

    private static List<String> with(List<String> path, String... names) {
      var longer = new ArrayList<>(path);
      longer.addAll(List.of(names));
      return List.copyOf(longer);
    }

    private static boolean isOfSpec(IrExpr.CallBuiltin call) {
      return OF_SPEC.contains(call.signature().name())
          && call.arguments().size() == 1
          && call.arguments().getFirst().type().bare() instanceof ObjectType;
    }

    private static boolean holdsObject(Type type) {
      return switch (type.bare()) {
        case ObjectType object -> true;
        case Type.UnionOf union -> true;
        case Type.ListOf list -> holdsObject(list.element());
        case Type.SetOf set -> holdsObject(set.element());
        case Type.MapOf map -> holdsObject(map.value());
        case Type.RecordType record ->
            record.fields().stream().anyMatch(field -> holdsObject(field.type()));
        case Type.Scalar scalar -> scalar == Type.Scalar.ANY || scalar == Type.Scalar.UNKNOWN;
        case Type.RangeOf range -> false;
        case Type.OptionalOf optional -> holdsObject(optional.type());
        case Type.EnumType named -> false;
        case Type.TextEnum text -> false;
        case Type.Variable variable -> true;
      };
    }
  }
}

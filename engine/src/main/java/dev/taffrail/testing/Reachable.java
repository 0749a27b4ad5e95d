package dev.taffrail.testing;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The functions and lets of some modules that policies use; what only tests use is not among them.
 */
final class Reachable {
  private final IrProgram program;
  private final Set<String> modules;
  private final TreeMap<String, IrFunction> found = new TreeMap<>();

  private Reachable(IrProgram program, Set<String> modules) {
    this.program = program;
    this.modules = modules;
  }

  static Reachable from(Collection<IrPolicy> policies, IrProgram program, Set<String> modules) {
    var reachable = new Reachable(program, modules);
    for (IrPolicy policy : policies) {
      IrWalk.expressionsOf(policy).forEach(reachable::visit);
    }
    program.parameters().values().stream()
        .filter(parameter -> modules.contains(parameter.id().module()))
        .forEach(
            parameter -> {
              parameter.defaultValue().ifPresent(reachable::visit);
              parameter.constraint().ifPresent(reachable::visit);
            });
    return reachable;
  }

  /** By module and name. */
  List<IrFunction> functions() {
    return List.copyOf(found.values());
  }

  boolean contains(String module, String name) {
    return found.containsKey(new GlobalId(module, name).toString());
  }

  private void visit(IrExpr expression) {
    Optional<GlobalId> used =
        switch (expression) {
          case IrExpr.CallFunction call -> Optional.of(call.function());
          case IrExpr.ModuleValue value -> Optional.of(value.id());
          default -> Optional.empty();
        };
    used.ifPresent(this::use);
    IrWalk.parts(expression).forEach(this::visit);
  }

  private void use(GlobalId id) {
    IrFunction function = program.functions().get(id);
    IrFunction known = function == null ? program.values().get(id) : function;
    if (known == null || !modules.contains(id.module())) {
      return;
    }
    if (found.putIfAbsent(id.toString(), known) == null) {
      IrWalk.expressionsOf(known).forEach(this::visit);
    }
  }
}

package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.type.Signature;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;

/**
 * What is known of policies before any object is: functions, built-ins, and values that do not
 * depend on the run.
 */
final class Known {
  private final IrProgram program;
  private final Environment environment;
  private final RuleInterpreter interpreter;

  Known(IrProgram program, Environment environment) {
    this.program = program;
    this.environment = environment.probing();
    this.interpreter = new RuleInterpreter(this.environment);
  }

  IrProgram program() {
    return program;
  }

  CallContext calls() {
    return environment.calls();
  }

  Builtin builtin(Signature signature) {
    return environment.builtins().builtin(signature);
  }

  IrFunction function(GlobalId id) {
    return program.function(id);
  }

  /** The value of a parameter or a let of a module, which are the same for every object. */
  Value value(IrExpr expression) {
    if (dependsOnRun(expression)) {
      throw new Unsupported("a value that depends on the run");
    }
    try {
      return interpreter.evaluate(expression, 0, Optional.empty());
    } catch (EvaluationError error) {
      throw new Unsupported("a value that is an error");
    }
  }

  /** Whether it asks for time, inventory or host. */
  private boolean dependsOnRun(IrExpr expression) {
    return IrWalk.any(expression, this::asks);
  }

  private boolean asks(IrExpr part) {
    return switch (part) {
      case IrExpr.AsOf e -> true;
      case IrExpr.ClusterRanges e -> true;
      case IrExpr.CallExternal e -> true;
      case IrExpr.LookUp e -> true;
      case IrExpr.ObjectsOf e -> true;
      case IrExpr.FindObject e -> true;
      case IrExpr.FindAny e -> true;
      case IrExpr.KindsAre e -> true;
      case IrExpr.ReferencesOf e -> true;
      case IrExpr.ReferrersOf e -> true;
      case IrExpr.ModuleValue e -> anyAsks(program.value(e.id()));
      case IrExpr.CallFunction e -> anyAsks(program.function(e.function()));
      default -> false;
    };
  }

  private boolean anyAsks(IrFunction function) {
    List<IrExpr> all = IrWalk.expressionsOf(function);
    return all.stream().anyMatch(this::dependsOnRun);
  }
}

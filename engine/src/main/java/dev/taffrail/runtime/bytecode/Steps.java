package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.List;

/**
 * How many steps the interpreter takes at most, so that generated code does not let pass what would
 * end there with too many; what loops do for each element is counted by the loop.
 */
final class Steps {
  /** More than a policy may take in all. */
  private static final long MANY = 100_000_000;

  private final IrProgram program;

  Steps(IrProgram program) {
    this.program = program;
  }

  /** Of an expression without the bodies of its comprehensions. */
  long of(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Comprehension loop -> 1;
      // Both look at their operand twice.
      case IrExpr.Must must -> limited(1 + 3 * of(must.operand()));
      case IrExpr.IsSet test -> limited(1 + 2 * of(test.operand()));
      case IrExpr.CallFunction call ->
          limited(1 + sum(call.arguments()) + of(program.function(call.function())));
      default -> limited(1 + sum(IrWalk.parts(expression)));
    };
  }

  private long of(IrFunction function) {
    return sum(IrWalk.expressionsOf(function));
  }

  private long sum(List<IrExpr> expressions) {
    long sum = 0;
    for (IrExpr expression : expressions) {
      sum += of(expression);
    }
    return limited(sum);
  }

  /** Of statements without the bodies of their loops. */
  long of(List<IrStatement> body) {
    long sum = 0;
    for (IrStatement statement : body) {
      sum +=
          1
              + switch (statement) {
                case IrStatement.Let let -> of(let.value());
                case IrStatement.ForEach loop -> of(loop.generator().source());
                case IrStatement.If choice ->
                    of(choice.condition()) + of(choice.thenBody()) + of(choice.elseBody());
                case IrStatement.IfLet choice ->
                    of(choice.value()) + of(choice.thenBody()) + of(choice.elseBody());
                case IrStatement.Check check -> of(check.condition());
              };
    }
    return limited(sum);
  }

  private static long limited(long steps) {
    return Math.min(steps, MANY);
  }
}

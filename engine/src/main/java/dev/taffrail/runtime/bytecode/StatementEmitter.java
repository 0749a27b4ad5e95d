package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import java.util.List;
import org.objectweb.asm.Label;

/** Writes statements: whatever does not certainly hold is in doubt. */
final class StatementEmitter {
  private final Emission emission;

  StatementEmitter(Emission emission) {
    this.emission = emission;
  }

  void block(List<IrStatement> body, Scope outer) {
    Scope scope = outer.inner();
    emission.code.scoped(() -> body.forEach(statement -> statement(statement, scope)));
  }

  void statement(IrStatement statement, Scope scope) {
    if (statement instanceof IrStatement.Let let) {
      scope.bind(let.slot(), emission.expressions.binding(let.value(), scope));
    } else {
      emission.code.scoped(() -> checked(statement, scope));
    }
  }

  private void checked(IrStatement statement, Scope scope) {
    switch (statement) {
      case IrStatement.Let let -> {}
      case IrStatement.ForEach loop -> {
        Scope inner = scope.inner();
        emission.loops.each(
            loop.generator(), inner, stepsOf(loop), (element, next) -> loopBody(loop, inner, next));
      }
      case IrStatement.If choice -> {
        var otherwise = new Label();
        var end = new Label();
        emission.conditions.holds(choice.condition(), scope, otherwise);
        block(choice.thenBody(), scope);
        emission.code.go(end);
        emission.code.at(otherwise);
        block(choice.elseBody(), scope);
        emission.code.at(end);
      }
      case IrStatement.IfLet choice -> ifLet(choice, scope);
      case IrStatement.Check check -> check(check.require(), check.condition(), scope);
    }
  }

  /** What a loop does for one element. */
  void loopBody(IrStatement.ForEach loop, Scope scope, Label next) {
    loop.where().ifPresent(where -> emission.conditions.holds(where, scope, next));
    block(loop.body(), scope);
  }

  long stepsOf(IrStatement.ForEach loop) {
    return 4
        + emission.steps.of(loop.body())
        + loop.where().map(where -> emission.steps.of(where)).orElse(0L);
  }

  private void ifLet(IrStatement.IfLet choice, Scope scope) {
    var code = emission.code;
    var absent = new Label();
    var end = new Label();
    Scope inner = scope.inner();
    Slot value = emission.expressions.value(choice.value(), scope, absent, true);
    inner.bind(
        choice.slot(),
        value.repr() == Repr.VALUE
            ? new Scope.Binding.Maybe(value)
            : new Scope.Binding.Held(value));
    block(choice.thenBody(), inner);
    code.go(end);
    code.at(absent);
    block(choice.elseBody(), scope);
    code.at(end);
  }

  private void check(boolean require, IrExpr condition, Scope scope) {
    Label doubt = emission.code.doubt();
    if (require) {
      emission.conditions.holds(condition, scope, doubt);
    } else {
      emission.conditions.fails(condition, scope, doubt);
    }
  }
}

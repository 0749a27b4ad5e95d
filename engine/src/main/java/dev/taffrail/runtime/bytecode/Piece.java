package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import java.util.ArrayList;
import java.util.List;

/**
 * A policy in the form in which it is written: a policy holds if all its statements do, in whatever
 * order they are looked at, so that loops over the same list can be one.
 *
 * @param bit its place in the answer
 */
record Piece(
    IrPolicy policy,
    int bit,
    Scope scope,
    List<IrExpr> conditions,
    List<Loop> loops,
    List<Rest> rest) {

  /** A loop over a path. */
  record Loop(Piece piece, IrStatement.ForEach loop, Scope scope, String path) {}

  /** Any other statement. */
  record Rest(IrStatement statement, Scope scope) {}

  /** Takes a policy apart; its lets are bound here. */
  static Piece of(IrPolicy policy, int bit, Emission emission) {
    var scope = new Scope();
    scope.bind(IrPolicy.TARGET_SLOT, new Scope.Binding.Held(Emission.targetTree()));
    var piece =
        new Piece(policy, bit, scope, new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding ->
            scope.bind(
                binding.let().slot(), emission.expressions.binding(binding.let().value(), scope));
        case IrPolicy.Prelude.When when -> piece.conditions.add(when.condition());
      }
    }
    for (IrStatement.Let let : policy.lets()) {
      scope.bind(let.slot(), emission.expressions.binding(let.value(), scope));
    }
    for (IrPolicy.IrRule rule : policy.rules()) {
      Scope inner = scope.inner();
      for (IrStatement statement : rule.body()) {
        piece.add(statement, inner, emission);
      }
    }
    return piece;
  }

  private void add(IrStatement statement, Scope inner, Emission emission) {
    switch (statement) {
      case IrStatement.Let let ->
          inner.bind(let.slot(), emission.expressions.binding(let.value(), inner));
      case IrStatement.ForEach loop -> {
        String path = Paths.of(loop.generator().source(), inner);
        if (path == null) {
          rest.add(new Rest(loop, inner));
        } else {
          loops.add(new Loop(this, loop, inner.inner(), path));
        }
      }
      case IrStatement.If choice -> rest.add(new Rest(choice, inner));
      case IrStatement.IfLet choice -> rest.add(new Rest(choice, inner));
      case IrStatement.Check check -> rest.add(new Rest(check, inner));
    }
  }

  long both() {
    return 1L << bit | 1L << bit + Judge.MOST;
  }
}

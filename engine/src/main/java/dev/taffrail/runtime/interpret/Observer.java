package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;

/** Watches which answers a run gave; tests of policies measure by it what they have seen. */
public interface Observer {
  /** Watches nothing. */
  Observer NONE =
      new Observer() {
        @Override
        public void answered(IrExpr question, boolean present) {}

        @Override
        public void checked(IrStatement.Check check, boolean held) {}

        @Override
        public void branched(IrStatement.IfLet choice, boolean present) {}
      };

  /**
   * A {@code ??}, {@code !}, presence test or field with a default was evaluated.
   *
   * @param present whether the value was there
   */
  void answered(IrExpr question, boolean present);

  /** A {@code require} or {@code forbid} was evaluated. */
  void checked(IrStatement.Check check, boolean held);

  /** An {@code if let} took one of its branches. */
  void branched(IrStatement.IfLet choice, boolean present);
}

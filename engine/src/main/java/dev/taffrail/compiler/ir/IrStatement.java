package dev.taffrail.compiler.ir;

import dev.taffrail.finding.Severity;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** Every kind of typed statement. */
public sealed interface IrStatement {
  Span span();

  /** Evaluated when used, at most once. */
  record Let(Span span, int slot, String name, IrExpr value) implements IrStatement {}

  record ForEach(
      Span span, IrClause.Generator generator, Optional<IrExpr> where, List<IrStatement> body)
      implements IrStatement {
    public ForEach {
      body = List.copyOf(body);
    }
  }

  record If(Span span, IrExpr condition, List<IrStatement> thenBody, List<IrStatement> elseBody)
      implements IrStatement {
    public If {
      thenBody = List.copyOf(thenBody);
      elseBody = List.copyOf(elseBody);
    }
  }

  /** The slot holds the value in the then branch only. */
  record IfLet(
      Span span, int slot, IrExpr value, List<IrStatement> thenBody, List<IrStatement> elseBody)
      implements IrStatement {
    public IfLet {
      thenBody = List.copyOf(thenBody);
      elseBody = List.copyOf(elseBody);
    }
  }

  /**
   * {@code require} or {@code forbid}.
   *
   * @param message parts of the author's message, text constants and holes; empty if there is none
   * @param at the place the author named
   * @param severity overrides that of rule and policy
   */
  record Check(
      Span span,
      boolean require,
      IrExpr condition,
      List<IrExpr> message,
      Optional<IrExpr> at,
      Optional<Severity> severity)
      implements IrStatement {
    public Check {
      message = List.copyOf(message);
    }
  }
}

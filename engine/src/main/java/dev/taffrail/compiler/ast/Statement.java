package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** Every kind of statement in a policy or rule. */
public sealed interface Statement {
  Span span();

  record Let(Span span, Ident name, Optional<TypeExpr> type, Expr value) implements Statement {}

  /** {@code for each x in xs where P { … }}; two names bind index or key, and element. */
  record ForEach(
      Span span,
      Ident first,
      Optional<Ident> second,
      Expr source,
      Optional<Expr> where,
      List<Statement> body)
      implements Statement {
    public ForEach {
      body = List.copyOf(body);
    }
  }

  /** {@code if c { … } else { … }}; an {@code else if} is an if alone in the else branch. */
  record If(Span span, Expr condition, List<Statement> thenBody, List<Statement> elseBody)
      implements Statement {
    public If {
      thenBody = List.copyOf(thenBody);
      elseBody = List.copyOf(elseBody);
    }
  }

  /** {@code if let v = x { … } else { … }}. */
  record IfLet(
      Span span, Ident name, Expr value, List<Statement> thenBody, List<Statement> elseBody)
      implements Statement {
    public IfLet {
      thenBody = List.copyOf(thenBody);
      elseBody = List.copyOf(elseBody);
    }
  }

  /** {@code require e} or {@code forbid e} with what follows it. */
  record Check(
      Span span,
      boolean require,
      Span keywordSpan,
      Expr condition,
      Optional<Expr.StringLiteral> message,
      Optional<Expr> at,
      Optional<Ident> severity)
      implements Statement {}

  /**
   * A statement of mutations and generators, which the language reserves: {@code set}, {@code
   * default}, {@code add}, {@code remove}, {@code create}.
   */
  record Reserved(Span span, String keyword) implements Statement {}

  /** Stands where a statement could not be read; its mistake is reported already. */
  record Hole(Span span) implements Statement {}
}

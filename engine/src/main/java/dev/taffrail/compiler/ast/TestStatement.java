package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.Optional;

/** A line of a test of a policy. */
public sealed interface TestStatement {
  Span span();

  record Binding(Statement.Let let) implements TestStatement {
    @Override
    public Span span() {
      return let.span();
    }
  }

  /** {@code given e}: what is judged. */
  record Given(Span span, Expr value) implements TestStatement {}

  /** {@code using { … }}: the parameters of the policy. */
  record Using(Span span, Expr.RecordLiteral parameters) implements TestStatement {}

  record Expect(Span span, Expectation expectation) implements TestStatement {}

  /** Stands where a line could not be read; its mistake is reported already. */
  record Hole(Span span) implements TestStatement {}

  /** What a test says must come out. */
  sealed interface Expectation {
    Span span();

    record Pass(Span span) implements Expectation {}

    /** The policy is not applicable. */
    record Skip(Span span) implements Expectation {}

    record ErrorOutcome(Span span) implements Expectation {}

    /**
     * {@code violation at "path" saying "words" of rule times 2}.
     *
     * @param times how many violations are like that; the literal is a whole number
     */
    record Violation(
        Span span,
        Optional<Expr.StringLiteral> at,
        Optional<Expr.StringLiteral> saying,
        Optional<Ident> rule,
        Optional<Expr.Literal> times)
        implements Expectation {}

    /** {@code result e}: the object that a mutation makes. */
    record Result(Span span, Expr value) implements Expectation {}
  }
}

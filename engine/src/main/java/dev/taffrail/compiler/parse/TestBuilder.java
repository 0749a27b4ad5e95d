package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.TestStatement;
import dev.taffrail.compiler.ast.TestStatement.Expectation;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser.ExpectationContext;
import dev.taffrail.grammar.TaffrailParser.ExpectationTailContext;
import dev.taffrail.grammar.TaffrailParser.TestContext;
import dev.taffrail.grammar.TaffrailParser.TestStatementContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the tests of policies. */
final class TestBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;
  private final StatementBuilder statements;

  TestBuilder(BuildContext context, ExpressionBuilder expressions, StatementBuilder statements) {
    this.context = context;
    this.expressions = expressions;
    this.statements = statements;
  }

  Declaration test(TestContext test, List<DocLine> documentation, List<Annotation> annotations) {
    return new Declaration.Test(
        context.span(test),
        documentation,
        annotations,
        context.span(test.getStart()),
        expressions.strings().plainLiteral(test.string(), "the name of a test"),
        context.qualifiedName(test.qualifiedName()),
        test.testStatement().stream().map(this::statement).toList());
  }

  private TestStatement statement(TestStatementContext statement) {
    var span = context.span(statement);
    if (statement.let() != null) {
      return new TestStatement.Binding(statements.let(statement.let()));
    }
    if (statement.GIVEN() != null) {
      return new TestStatement.Given(span, expressions.expression(statement.expr()));
    }
    if (statement.USING() != null) {
      return new TestStatement.Using(span, expressions.record(statement.record()));
    }
    if (statement.EXPECT() != null) {
      return new TestStatement.Expect(span, expectation(statement.expectation()));
    }
    context.forgetDocumentation(statement);
    return new TestStatement.Hole(span);
  }

  private Expectation expectation(ExpectationContext expectation) {
    var span = context.span(expectation);
    return switch (expectation.getStart().getType()) {
      case TaffrailLexer.PASS -> new Expectation.Pass(span);
      case TaffrailLexer.SKIP_ -> new Expectation.Skip(span);
      case TaffrailLexer.ERROR -> new Expectation.ErrorOutcome(span);
      case TaffrailLexer.RESULT ->
          new Expectation.Result(span, expressions.expression(expectation.expr()));
      default -> violation(expectation);
    };
  }

  private Expectation violation(ExpectationContext expectation) {
    Map<String, ExpectationTailContext> tails = new HashMap<>();
    for (ExpectationTailContext tail : expectation.expectationTail()) {
      var first = tails.putIfAbsent(tail.getStart().getText(), tail);
      if (first != null) {
        context.report(
            context
                .mistake(
                    context.span(tail.getStart()),
                    "an expectation has one `%s`".formatted(tail.getStart().getText()))
                .label("given again")
                .related(context.span(first.getStart()), "given here"));
      }
    }
    Optional<Ident> rule =
        Optional.ofNullable(tails.get("of")).map(tail -> context.ident(tail.ident()));
    Optional<Expr.Literal> times =
        Optional.ofNullable(tails.get("times"))
            .map(tail -> context.span(tail.INT().getSymbol()))
            .map(span -> new Expr.Literal(span, Expr.LiteralKind.INT, span.text()));
    return new Expectation.Violation(
        context.span(expectation), text(tails, "at"), text(tails, "saying"), rule, times);
  }

  private Optional<Expr.StringLiteral> text(
      Map<String, ExpectationTailContext> tails, String word) {
    return Optional.ofNullable(tails.get(word))
        .map(tail -> expressions.strings().plainLiteral(tail.string(), "an expectation"));
  }
}

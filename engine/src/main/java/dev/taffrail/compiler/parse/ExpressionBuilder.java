package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.grammar.TaffrailParser.ComparatorContext;
import dev.taffrail.grammar.TaffrailParser.ComparisonContext;
import dev.taffrail.grammar.TaffrailParser.ConditionalContext;
import dev.taffrail.grammar.TaffrailParser.ExprContext;
import dev.taffrail.grammar.TaffrailParser.ImplicationContext;
import dev.taffrail.grammar.TaffrailParser.IsTestContext;
import dev.taffrail.grammar.TaffrailParser.RangeContext;
import dev.taffrail.grammar.TaffrailParser.RecordContext;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Builds expressions down to comparisons; operators that bind tighter are {@link OperandBuilder}'s.
 */
final class ExpressionBuilder {
  private final BuildContext context;
  private final LogicBuilder logic;
  private final PrimaryBuilder primaries;
  private final OperandBuilder operands;
  private final TypeBuilder types;
  private final StringReader strings;

  ExpressionBuilder(BuildContext context) {
    this.context = context;
    this.logic = new LogicBuilder(context, this);
    this.types = new TypeBuilder(context, this);
    this.strings = new StringReader(context, this);
    this.primaries = new PrimaryBuilder(context, this);
    this.operands = new OperandBuilder(context, this, primaries);
  }

  TypeBuilder types() {
    return types;
  }

  StringReader strings() {
    return strings;
  }

  LogicBuilder logic() {
    return logic;
  }

  OperandBuilder operands() {
    return operands;
  }

  Optional<Expr> optional(@Nullable ExprContext expression) {
    return Optional.ofNullable(expression).map(this::expression);
  }

  Expr expression(ExprContext expression) {
    if (!context.enter(1, expression)) {
      return new Expr.Hole(context.span(expression));
    }
    var built =
        switch (expression) {
          case ConditionalContext conditional ->
              new Expr.If(
                  context.span(conditional),
                  expression(conditional.expr(0)),
                  expression(conditional.expr(1)),
                  expression(conditional.expr(2)));
          case ImplicationContext implication -> implication(implication);
          default -> throw new IllegalStateException("no case for " + expression.getClass());
        };
    context.leave(1);
    return built;
  }

  private Expr implication(ImplicationContext implication) {
    var left = logic.logic(implication.logic(0));
    if (implication.IMPLIES() == null) {
      return left;
    }
    return new Expr.Binary(
        context.span(implication),
        BinaryOperator.IMPLIES,
        context.span(implication.IMPLIES().getSymbol()),
        left,
        logic.logic(implication.logic(1)));
  }

  Expr.RecordLiteral record(RecordContext record) {
    if (!context.enter(1, record)) {
      return new Expr.RecordLiteral(context.span(record), List.of());
    }
    var built = primaries.record(record);
    context.leave(1);
    return built;
  }

  Expr comparison(ComparisonContext comparison) {
    if (comparison.IS() != null) {
      return new Expr.Is(
          context.span(comparison), range(comparison.range(0)), test(comparison.isTest()));
    }
    if (comparison.comparator() == null) {
      return range(comparison.range(0));
    }
    var nullTest = NullMistakes.comparison(context, comparison);
    if (nullTest.isPresent()) {
      context.report(nullTest.get());
      return new Expr.Hole(context.span(comparison));
    }
    return new Expr.Binary(
        context.span(comparison),
        operator(comparison.comparator()),
        context.span(comparison.comparator()),
        range(comparison.range(0)),
        range(comparison.range(1)));
  }

  private static BinaryOperator operator(ComparatorContext comparator) {
    boolean negated = comparator.NOT() != null;
    if (comparator.IN() != null) {
      return negated ? BinaryOperator.NOT_IN : BinaryOperator.IN;
    }
    if (comparator.MATCHES() != null) {
      return negated ? BinaryOperator.NOT_MATCHES : BinaryOperator.MATCHES;
    }
    return Operators.binary(comparator.getStart());
  }

  private Expr.Test test(IsTestContext test) {
    var span = context.span(test);
    if (test.SET() != null || test.UNSET() != null) {
      return new Expr.Test.Presence(span, test.SET() != null);
    }
    if (test.EMPTY() != null) {
      return new Expr.Test.Emptiness(span, test.NOT() == null);
    }
    var mistake = NullMistakes.name(context, new Ident(span, span.text()));
    if (mistake.isPresent()) {
      context.report(mistake.get());
      return new Expr.Test.OfType(span, new TypeExpr.Hole(span));
    }
    return new Expr.Test.OfType(span, types.type(test.type()));
  }

  Expr range(RangeContext range) {
    var from = operands.operand(range.operand(0));
    if (range.RANGE() == null) {
      return from;
    }
    return new Expr.Binary(
        context.span(range),
        BinaryOperator.RANGE,
        context.span(range.RANGE().getSymbol()),
        from,
        operands.operand(range.operand(1)));
  }
}

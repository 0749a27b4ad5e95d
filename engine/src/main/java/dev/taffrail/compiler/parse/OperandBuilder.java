package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.grammar.TaffrailParser.AccessContext;
import dev.taffrail.grammar.TaffrailParser.ArgumentContext;
import dev.taffrail.grammar.TaffrailParser.ArgumentsContext;
import dev.taffrail.grammar.TaffrailParser.BeginningContext;
import dev.taffrail.grammar.TaffrailParser.ChainContext;
import dev.taffrail.grammar.TaffrailParser.CoalesceContext;
import dev.taffrail.grammar.TaffrailParser.ConvertedContext;
import dev.taffrail.grammar.TaffrailParser.ElementContext;
import dev.taffrail.grammar.TaffrailParser.MinusContext;
import dev.taffrail.grammar.TaffrailParser.MustContext;
import dev.taffrail.grammar.TaffrailParser.OperandContext;
import dev.taffrail.grammar.TaffrailParser.ProductContext;
import dev.taffrail.grammar.TaffrailParser.SimpleContext;
import dev.taffrail.grammar.TaffrailParser.SumContext;
import dev.taffrail.grammar.TaffrailParser.UpdateContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Builds what stands between comparisons: member access, arithmetic, {@code ??} and their like.
 *
 * <p>Chains nest to the left in the parse tree; they are followed in a loop, so that a long one
 * does not exhaust the stack before its length is complained about.
 */
final class OperandBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;
  private final PrimaryBuilder primaries;

  OperandBuilder(BuildContext context, ExpressionBuilder expressions, PrimaryBuilder primaries) {
    this.context = context;
    this.expressions = expressions;
    this.primaries = primaries;
  }

  Expr operand(OperandContext operand) {
    var steps = new ArrayList<OperandContext>();
    var first = operand;
    for (var left = leftOf(first); left.isPresent(); left = leftOf(first)) {
      steps.add(first);
      first = left.get();
    }
    if (!context.enter(steps.size(), operand)) {
      return new Expr.Hole(context.span(operand));
    }
    var built =
        switch (first) {
          case MinusContext minus -> minus(minus);
          case SimpleContext simple -> converted(simple.converted());
          default -> throw new IllegalStateException("no case for " + first.getClass());
        };
    for (OperandContext step : steps.reversed()) {
      built = binary(built, step);
    }
    context.leave(steps.size());
    return built;
  }

  private static Optional<OperandContext> leftOf(OperandContext operand) {
    return switch (operand) {
      case ProductContext product -> Optional.of(product.operand(0));
      case SumContext sum -> Optional.of(sum.operand(0));
      case CoalesceContext coalesce -> Optional.of(coalesce.operand(0));
      default -> Optional.empty();
    };
  }

  private Expr minus(MinusContext minus) {
    if (!context.enter(1, minus)) {
      return new Expr.Hole(context.span(minus));
    }
    var built = new Expr.Negate(context.span(minus), operand(minus.operand()));
    context.leave(1);
    return built;
  }

  private Expr binary(Expr left, OperandContext step) {
    return switch (step) {
      case ProductContext product -> binary(left, step, product.op, product.operand(1));
      case SumContext sum -> binary(left, step, sum.op, sum.operand(1));
      case CoalesceContext coalesce ->
          binary(left, step, coalesce.COALESCE().getSymbol(), coalesce.operand(1));
      default -> throw new IllegalStateException("no case for " + step.getClass());
    };
  }

  private Expr binary(Expr left, OperandContext whole, Token sign, OperandContext right) {
    return new Expr.Binary(
        context.span(whole), Operators.binary(sign), context.span(sign), left, operand(right));
  }

  private Expr converted(ConvertedContext converted) {
    var value = chain(converted.chain());
    return converted.AS() == null
        ? value
        : new Expr.As(
            context.span(converted),
            value,
            converted.QUESTION() != null,
            expressions.types().simpleType(converted.simpleType()));
  }

  private Expr chain(ChainContext chain) {
    var steps = new ArrayList<ChainContext>();
    var first = chain;
    for (var left = before(first); left.isPresent(); left = before(first)) {
      steps.add(first);
      first = left.get();
    }
    if (!context.enter(steps.size(), chain)) {
      return new Expr.Hole(context.span(chain));
    }
    var built = primaries.primary(((BeginningContext) first).primary());
    for (ChainContext step : steps.reversed()) {
      built = step(built, step);
    }
    context.leave(steps.size());
    return built;
  }

  private static Optional<ChainContext> before(ChainContext chain) {
    return switch (chain) {
      case AccessContext access -> Optional.of(access.chain());
      case ElementContext element -> Optional.of(element.chain());
      case MustContext must -> Optional.of(must.chain());
      case UpdateContext update -> Optional.of(update.chain());
      default -> Optional.empty();
    };
  }

  private Expr step(Expr left, ChainContext step) {
    var span = context.span(step);
    return switch (step) {
      case AccessContext access -> {
        var name = context.name(access.name());
        yield access.arguments() == null
            ? new Expr.Member(span, left, name)
            : new Expr.MethodCall(span, left, name, arguments(access.arguments()));
      }
      case ElementContext element ->
          new Expr.Index(span, left, expressions.expression(element.expr()));
      case MustContext must -> new Expr.Must(span, left);
      case UpdateContext update -> new Expr.With(span, left, primaries.record(update.record()));
      default -> throw new IllegalStateException("no case for " + step.getClass());
    };
  }

  List<Expr.Argument> arguments(ArgumentsContext arguments) {
    return arguments.argument().stream().map(this::argument).toList();
  }

  private Expr.Argument argument(ArgumentContext argument) {
    return new Expr.Argument(
        context.span(argument),
        Optional.ofNullable(argument.ident()).map(context::ident),
        expressions.expression(argument.expr()));
  }
}

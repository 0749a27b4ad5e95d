package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Connectives, choices and the two answers to absence, {@code !} and {@code ??}. */
final class LogicTyping {
  private final ExpressionChecker expressions;

  LogicTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr not(Expr.Not not, Context context) {
    return new IrExpr.Not(not.span(), expressions.condition(not.operand(), context));
  }

  IrExpr connective(Expr.Binary binary, Context context) {
    if (binary.operator() == BinaryOperator.IMPLIES) {
      IrExpr left = expressions.condition(binary.left(), context);
      Facts known = expressions.flow().whenTrue(binary.left(), context);
      IrExpr right = expressions.condition(binary.right(), context.knowing(known));
      return new IrExpr.Logic(binary.span(), IrExpr.Connective.IMPLIES, left, right);
    }
    boolean or = binary.operator() == BinaryOperator.OR;
    var typed = new ArrayList<IrExpr>();
    Context here = context;
    for (Expr operand : operands(binary)) {
      typed.add(expressions.condition(operand, here));
      here =
          here.knowing(
              or
                  ? expressions.flow().whenFalse(operand, here)
                  : expressions.flow().whenTrue(operand, here));
    }
    return balanced(or ? IrExpr.Connective.OR : IrExpr.Connective.AND, typed);
  }

  /** The operands of a chain of one connective, from left to right. */
  private static List<Expr> operands(Expr.Binary chain) {
    var operands = new ArrayDeque<Expr>();
    Expr left = chain;
    while (left instanceof Expr.Binary binary && binary.operator() == chain.operator()) {
      operands.addFirst(binary.right());
      left = binary.left();
    }
    operands.addFirst(left);
    return List.copyOf(operands);
  }

  /**
   * A chain as a tree of little depth: the order of evaluation is the same, and a chain of
   * thousands of terms does not exhaust the stack.
   */
  private static IrExpr balanced(IrExpr.Connective connective, List<IrExpr> operands) {
    if (operands.size() == 1) {
      return operands.get(0);
    }
    int middle = operands.size() / 2;
    IrExpr left = balanced(connective, operands.subList(0, middle));
    IrExpr right = balanced(connective, operands.subList(middle, operands.size()));
    return new IrExpr.Logic(left.span().to(right.span()), connective, left, right);
  }

  IrExpr must(Expr.Must must, Context context, Type expected) {
    IrExpr operand = expressions.check(must.operand(), context, expected);
    if (context.noMust().isPresent()) {
      expressions.report(
          TypeDiagnostics.mustNotAllowed(must.span(), context.noMust().get(), operand.type()));
      return new IrExpr.Narrowed(must.span(), operand.type().bare(), operand);
    }
    if (!operand.type().isOptional() && !operand.type().isUnknown() && !isRawReadable(operand)) {
      expressions.report(
          TypeDiagnostics.noEffect(must.span(), "this always has a value; `!` has no effect")
              .fix(must.span().source().span(must.span().end() - 1, must.span().end()), ""));
      return operand;
    }
    return new IrExpr.Must(must.span(), operand.type().bare(), operand);
  }

  /**
   * A field with a default, or a collection: {@code !} demands that it was written. Behind a test
   * such as {@code x is unset or x! > 3} it is harmless and says what the author means.
   */
  private static boolean isRawReadable(IrExpr operand) {
    return operand instanceof IrExpr.ReadField || operand instanceof IrExpr.Narrowed;
  }

  IrExpr coalesce(Expr.Binary binary, Context context, Type expected) {
    IrExpr left = expressions.check(binary.left(), context, expected);
    Type wanted = left.type().isUnknown() ? expected : left.type().bare();
    IrExpr right = expressions.check(binary.right(), context, wanted);
    if (left.type().isUnknown() || right.type().isUnknown()) {
      return left.type().isUnknown() ? right : new IrExpr.Narrowed(left.span(), wanted, left);
    }
    if (!left.type().isOptional()) {
      expressions.report(
          TypeDiagnostics.noEffect(
                  binary.operatorSpan(), "the left side always has a value; `??` has no effect")
              .label("left side is `%s`".formatted(TypePrinter.print(left.type())))
              .fix(
                  binary.span().source().span(binary.left().span().end(), binary.span().end()),
                  ""));
      return left;
    }
    if (fromJson(binary.left(), left)) {
      expressions.report(TypeDiagnostics.typoWouldPass(left.span()));
    }
    var common = Assignability.common(wanted, right.type());
    if (common.isEmpty()) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(
              left, right, "the default has another type than the value"));
      return ExpressionChecker.unknown(binary.span());
    }
    IrExpr fitting =
        expressions.fit(
            right, context, right.type().isOptional() ? Type.optional(common.get()) : common.get());
    Type type = right.type().isOptional() ? Type.optional(common.get()) : common.get();
    return new IrExpr.Coalesce(binary.span(), type, left, fitting);
  }

  /** Any part of the path was read without a schema. */
  private static boolean fromJson(Expr written, IrExpr typed) {
    return switch (typed) {
      case IrExpr.ReadJson json -> true;
      case IrExpr.Convert convert -> convert.optional() && fromJson(written, convert.operand());
      case IrExpr.Narrowed narrowed -> fromJson(written, narrowed.operand());
      default -> false;
    };
  }

  IrExpr choice(Expr.If choice, Context context, Type expected) {
    IrExpr condition = expressions.condition(choice.condition(), context);
    var flow = expressions.flow();
    IrExpr yes =
        expressions.check(
            choice.thenValue(),
            context.knowing(flow.whenTrue(choice.condition(), context)),
            expected);
    Type wanted = expected.isUnknown() ? yes.type() : expected;
    IrExpr no =
        expressions.check(
            choice.elseValue(),
            context.knowing(flow.whenFalse(choice.condition(), context)),
            wanted);
    Type type = commonType(yes, no, expected);
    return new IrExpr.If(
        choice.span(),
        type,
        condition,
        expressions.fit(yes, context, type),
        expressions.fit(no, context, type));
  }

  private Type commonType(IrExpr yes, IrExpr no, Type expected) {
    if (!expected.isUnknown()
        && Assignability.fits(yes.type(), Type.optional(expected))
        && Assignability.fits(no.type(), Type.optional(expected))) {
      return yes.type().isOptional() || no.type().isOptional() ? Type.optional(expected) : expected;
    }
    var common = Assignability.common(yes.type(), no.type());
    if (common.isEmpty()) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(yes, no, "the two branches have different types"));
      return Scalar.UNKNOWN;
    }
    return common.get();
  }
}

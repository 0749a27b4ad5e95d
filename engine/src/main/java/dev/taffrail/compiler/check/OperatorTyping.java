package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.value.Ordering;
import java.util.Optional;

/** Comparison, ranges and arithmetic. */
final class OperatorTyping {
  private final ExpressionChecker expressions;

  OperatorTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  private record Operands(IrExpr left, IrExpr right) {
    boolean anyUnknown() {
      return left.type().isUnknown() || right.type().isUnknown();
    }
  }

  /** Literals take the type of the other side, so they are typed last. */
  private Operands operands(Expr.Binary binary, Context context, Type expected) {
    if (isAdaptable(binary.left()) && !isAdaptable(binary.right())) {
      IrExpr right = expressions.present(binary.right(), context, expected);
      return new Operands(expressions.present(binary.left(), context, hint(right)), right);
    }
    IrExpr left = expressions.present(binary.left(), context, expected);
    return new Operands(left, expressions.present(binary.right(), context, hint(left)));
  }

  private static Type hint(IrExpr other) {
    return other.type().bare();
  }

  /** Literals that can be of several types; a quantity or a date is of one. */
  private static boolean isAdaptable(Expr expression) {
    return isLiteral(expression)
        && !(expression instanceof Expr.Literal literal
            && literal.kind() != Expr.LiteralKind.INT
            && literal.kind() != Expr.LiteralKind.DECIMAL);
  }

  static boolean isLiteral(Expr expression) {
    return switch (expression) {
      case Expr.Literal literal -> true;
      case Expr.StringLiteral string -> string.plainText().isPresent();
      case Expr.ListLiteral list -> true;
      case Expr.RecordLiteral record -> true;
      case Expr.Negate negate -> isLiteral(negate.operand());
      default -> false;
    };
  }

  IrExpr compare(Expr.Binary binary, Context context) {
    var comparison =
        switch (binary.operator()) {
          case EQUAL -> IrExpr.Comparison.EQUAL;
          case NOT_EQUAL -> IrExpr.Comparison.NOT_EQUAL;
          case LESS -> IrExpr.Comparison.LESS;
          case LESS_OR_EQUAL -> IrExpr.Comparison.LESS_OR_EQUAL;
          case GREATER -> IrExpr.Comparison.GREATER;
          default -> IrExpr.Comparison.GREATER_OR_EQUAL;
        };
    var both = operands(binary, context, Scalar.UNKNOWN);
    if (both.anyUnknown()) {
      return new IrExpr.Compare(binary.span(), comparison, both.left(), both.right());
    }
    boolean ordered =
        comparison != IrExpr.Comparison.EQUAL && comparison != IrExpr.Comparison.NOT_EQUAL;
    var common = comparable(both.left().type(), both.right().type());
    if (common.isEmpty()) {
      mismatch(binary, both, ordered);
      return ExpressionChecker.unknown(binary.span());
    }
    if (ordered && !isOrdered(common.get())) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(
              both.left(),
              both.right(),
              "values of type `%s` have no order".formatted(TypePrinter.print(common.get()))));
      return ExpressionChecker.unknown(binary.span());
    }
    return new IrExpr.Compare(
        binary.span(),
        comparison,
        expressions.fit(both.left(), context, common.get()),
        expressions.fit(both.right(), context, common.get()));
  }

  private static Optional<Type> comparable(Type left, Type right) {
    if (left instanceof Type.SetOf set && right instanceof Type.ListOf list
        || left instanceof Type.ListOf && right instanceof Type.SetOf) {
      return Optional.empty();
    }
    return Assignability.common(left, right);
  }

  static boolean isOrdered(Type type) {
    return switch (type) {
      case Scalar scalar ->
          switch (scalar) {
            case INT, DECIMAL, QUANTITY, DURATION, INSTANT, DATE, PERCENT, SEMVER, PORT -> true;
            default -> false;
          };
      case Type.EnumType named -> named.ordered();
      default -> false;
    };
  }

  private void mismatch(Expr.Binary binary, Operands both, boolean ordered) {
    IrExpr left = both.left();
    IrExpr right = both.right();
    if (minutes(left, right) || minutes(right, left)) {
      return;
    }
    boolean text = right.type() == Scalar.STRING && !Assignability.isTextual(left.type());
    String message =
        text
            ? "text cannot be %s a %s"
                .formatted(ordered ? "ordered like" : "compared with", noun(left.type()))
            : "%s and %s cannot be compared"
                .formatted(
                    TypeDiagnostics.article(left.type()), TypeDiagnostics.article(right.type()));
    var diagnostic = TypeDiagnostics.operandsDoNotFit(left, right, message);
    if (text && binary.right() instanceof Expr.StringLiteral string) {
      String bare = string.plainText().orElse("");
      String cure =
          left.type() == Scalar.QUANTITY
              ? "Write the quantity without quotes: " + bare
              : "Write the %s without quotes.".formatted(noun(left.type()));
      diagnostic = diagnostic.help(cure);
      if (left.type() == Scalar.QUANTITY) {
        diagnostic = diagnostic.fix(right.span(), bare);
      }
    }
    expressions.report(diagnostic);
  }

  private boolean minutes(IrExpr literal, IrExpr other) {
    if (literal.type() == Scalar.QUANTITY
        && other.type() == Scalar.DURATION
        && literal.span().text().matches("[0-9.]+m")) {
      expressions.report(TypeDiagnostics.minutes(literal.span(), other.span(), other.type()));
      return true;
    }
    return false;
  }

  private static String noun(Type type) {
    return TypePrinter.print(type)
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(java.util.Locale.ROOT);
  }

  IrExpr range(Expr.Binary binary, Context context) {
    var both = operands(binary, context, Scalar.UNKNOWN);
    if (both.anyUnknown()) {
      return ExpressionChecker.unknown(binary.span());
    }
    var common = Assignability.common(both.left().type(), both.right().type());
    if (common.isEmpty() || !isOrdered(common.get())) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(
              both.left(), both.right(), "a range needs two bounds of one ordered type"));
      return ExpressionChecker.unknown(binary.span());
    }
    IrExpr low = expressions.fit(both.left(), context, common.get());
    IrExpr high = expressions.fit(both.right(), context, common.get());
    if (low instanceof IrExpr.Constant from
        && high instanceof IrExpr.Constant to
        && Ordering.compare(from.value(), to.value()) > 0) {
      expressions.report(
          Diagnostic.of(DiagnosticCode.E0127, binary.span(), "this range ends before it begins")
              .label("nothing is in it")
              .help("Write the smaller end first."));
    }
    return new IrExpr.Range(binary.span(), new Type.RangeOf(common.get()), low, high);
  }

  IrExpr negate(Expr.Negate negate, Context context, Type expected) {
    IrExpr operand = expressions.present(negate.operand(), context, expected);
    boolean number =
        operand.type() == Scalar.INT
            || operand.type() == Scalar.DECIMAL
            || operand.type() == Scalar.QUANTITY
            || operand.type() == Scalar.DURATION;
    if (!number && !operand.type().isUnknown()) {
      expressions.report(TypeDiagnostics.doesNotFit(operand.span(), operand.type(), Scalar.INT));
      return ExpressionChecker.unknown(negate.span());
    }
    return new IrExpr.Negate(negate.span(), operand.type(), operand);
  }

  IrExpr arithmetic(Expr.Binary binary, Context context, Type expected) {
    var operator =
        switch (binary.operator()) {
          case PLUS -> IrExpr.ArithmeticOperator.PLUS;
          case MINUS -> IrExpr.ArithmeticOperator.MINUS;
          case TIMES -> IrExpr.ArithmeticOperator.TIMES;
          case DIVIDE -> IrExpr.ArithmeticOperator.DIVIDE;
          default -> IrExpr.ArithmeticOperator.REMAINDER;
        };
    boolean additive =
        operator == IrExpr.ArithmeticOperator.PLUS || operator == IrExpr.ArithmeticOperator.MINUS;
    var both = additive ? operands(binary, context, expected) : factors(binary, context);
    if (both.anyUnknown()) {
      return ExpressionChecker.unknown(binary.span());
    }
    var resources = ResourceDimension.clash(both.left(), both.right());
    if (additive && resources.isPresent()) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(both.left(), both.right(), resources.get()));
      return ExpressionChecker.unknown(binary.span());
    }
    var type = ArithmeticTypes.result(operator, both.left().type(), both.right().type());
    if (type.isEmpty()) {
      if (!minutes(both.right(), both.left()) && !minutes(both.left(), both.right())) {
        expressions.report(
            TypeDiagnostics.operandsDoNotFit(
                both.left(),
                both.right(),
                "`%s` does not work with %s and %s"
                    .formatted(
                        operator.symbol(),
                        TypeDiagnostics.article(both.left().type()),
                        TypeDiagnostics.article(both.right().type()))));
      }
      return ExpressionChecker.unknown(binary.span());
    }
    return new IrExpr.Arithmetic(binary.span(), type.get(), operator, both.left(), both.right());
  }

  /**
   * In a product each side has its own type: {@code request * 2} is no quantity times a quantity.
   */
  private Operands factors(Expr.Binary binary, Context context) {
    return new Operands(
        expressions.present(binary.left(), context, Scalar.UNKNOWN),
        expressions.present(binary.right(), context, Scalar.UNKNOWN));
  }
}

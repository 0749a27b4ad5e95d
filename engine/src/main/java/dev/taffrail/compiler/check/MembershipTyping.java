package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.Optional;

/** What is in what: {@code in}, {@code contains}, and the tests of text against text or pattern. */
final class MembershipTyping {
  private final ExpressionChecker expressions;

  MembershipTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr in(Expr.Binary binary, Context context) {
    boolean negated = binary.operator() == BinaryOperator.NOT_IN;
    IrExpr element;
    IrExpr collection;
    if (OperatorTyping.isLiteral(binary.left()) || binary.left() instanceof Expr.Name) {
      var local =
          binary.left() instanceof Expr.Name n ? context.scope().find(n.name()) : Optional.empty();
      if (OperatorTyping.isLiteral(binary.left())
          || local.isEmpty() && !OperatorTyping.isLiteral(binary.right())) {
        collection = expressions.check(binary.right(), context, Scalar.UNKNOWN);
        element = expressions.present(binary.left(), context, elementOf(collection.type()));
        return membership(binary, negated, element, collection, context);
      }
    }
    element = expressions.present(binary.left(), context, Scalar.UNKNOWN);
    collection = expressions.check(binary.right(), context, new Type.ListOf(element.type()));
    return membership(binary, negated, element, collection, context);
  }

  private static Type elementOf(Type collection) {
    return switch (collection) {
      case Type.ListOf list -> list.element();
      case Type.SetOf set -> set.element();
      case Type.MapOf map -> map.key();
      case Type.RangeOf range -> range.bound();
      default -> Scalar.UNKNOWN;
    };
  }

  private IrExpr membership(
      Expr.Binary binary, boolean negated, IrExpr element, IrExpr collection, Context context) {
    IrExpr there = expressions.present(collection, context);
    Type wanted = elementOf(there.type());
    boolean iterable =
        switch (there.type().bare()) {
          case Type.ListOf list -> true;
          case Type.SetOf set -> true;
          case Type.MapOf map -> true;
          case Type.RangeOf range -> true;
          default -> there.type().isUnknown();
        };
    if (!iterable) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  there.span(),
                  "`in` looks into a list, set, map or range, but this is %s"
                      .formatted(TypeDiagnostics.article(there.type())))
              .label("this is `%s`".formatted(TypePrinter.print(there.type())))
              .help(
                  there.type() == Scalar.STRING
                      ? "For text in text write: x contains \"…\""
                      : "Write a list: x in [a, b]"));
      return ExpressionChecker.unknown(binary.span());
    }
    if (Assignability.common(element.type(), wanted).isEmpty()) {
      expressions.report(
          TypeDiagnostics.operandsDoNotFit(
              element,
              there,
              "%s cannot be an element of %s"
                  .formatted(
                      TypeDiagnostics.article(element.type()),
                      TypeDiagnostics.article(there.type()))));
      return ExpressionChecker.unknown(binary.span());
    }
    IrExpr fitting =
        Assignability.fits(element.type(), wanted)
            ? expressions.fit(element, context, wanted)
            : element;
    return new IrExpr.In(binary.span(), negated, fitting, there);
  }

  IrExpr text(Expr.Binary binary, Context context) {
    var operator =
        switch (binary.operator()) {
          case MATCHES -> IrExpr.TextOperator.MATCHES;
          case NOT_MATCHES -> IrExpr.TextOperator.NOT_MATCHES;
          case CONTAINS -> IrExpr.TextOperator.CONTAINS;
          case STARTS_WITH -> IrExpr.TextOperator.STARTS_WITH;
          default -> IrExpr.TextOperator.ENDS_WITH;
        };
    IrExpr left = expressions.present(binary.left(), context, Scalar.UNKNOWN);
    IrExpr right = expressions.present(binary.right(), context, textHint(operator, left.type()));
    if (left.type().isUnknown() || right.type().isUnknown()) {
      return new IrExpr.TextTest(binary.span(), operator, left, right);
    }
    boolean pattern = right.type() == Scalar.REGEX || right.type() == Scalar.GLOB;
    boolean text = Assignability.isTextual(left.type());
    boolean rightText = Assignability.isTextual(right.type());
    boolean fits =
        switch (operator) {
          case MATCHES, NOT_MATCHES -> (text || left.type() == Scalar.IMAGE_REF) && pattern;
          case CONTAINS ->
              text && (rightText || right.type() == Scalar.REGEX)
                  || left.type() == Scalar.CIDR
                      && (right.type() == Scalar.IP || right.type() == Scalar.CIDR)
                  || containsElement(left.type(), right.type());
          case STARTS_WITH, ENDS_WITH -> text && rightText;
        };
    if (!fits) {
      var diagnostic =
          TypeDiagnostics.operandsDoNotFit(
              left,
              right,
              "`%s` does not work with %s and %s"
                  .formatted(
                      operator.symbol(),
                      TypeDiagnostics.article(left.type()),
                      TypeDiagnostics.article(right.type())));
      boolean plain =
          rightText
              && (operator == IrExpr.TextOperator.MATCHES
                  || operator == IrExpr.TextOperator.NOT_MATCHES);
      expressions.report(
          plain
              ? diagnostic.help("Write a pattern: re\"…\" matches the whole text, glob\"…\" too.")
              : diagnostic);
      return ExpressionChecker.unknown(binary.span());
    }
    if (containsElement(left.type(), right.type())) {
      return new IrExpr.In(binary.span(), false, right, left);
    }
    return new IrExpr.TextTest(binary.span(), operator, left, right);
  }

  private static Type textHint(IrExpr.TextOperator operator, Type left) {
    boolean elements =
        operator == IrExpr.TextOperator.CONTAINS
            && (left instanceof Type.ListOf
                || left instanceof Type.SetOf
                || left instanceof Type.MapOf);
    return elements ? elementOf(left) : Scalar.UNKNOWN;
  }

  private static boolean containsElement(Type collection, Type element) {
    return switch (collection) {
      case Type.ListOf list -> Assignability.common(list.element(), element).isPresent();
      case Type.SetOf set -> Assignability.common(set.element(), element).isPresent();
      case Type.MapOf map -> Assignability.common(map.key(), element).isPresent();
      default -> false;
    };
  }
}

package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.value.Value;
import java.util.Optional;

/** Finds conditions that come out the same for every object. */
final class ConstantConditions {
  private final DiagnosticSink diagnostics;

  private ConstantConditions(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(IrPolicy policy, DiagnosticSink diagnostics) {
    var rule = new ConstantConditions(diagnostics);
    for (IrStatement.Check check : IrWalk.checksOf(policy)) {
      if (check.condition() instanceof IrExpr.Constant constant) {
        rule.check(check, constant);
      }
    }
    IrWalk.expressionsOf(policy)
        .forEach(expression -> rule.visit(expression, isCheck(policy, expression)));
  }

  /** {@code require false} behind an else says that it is never allowed; that is meant. */
  private static boolean isCheck(IrPolicy policy, IrExpr expression) {
    return expression instanceof IrExpr.Constant
        && IrWalk.checksOf(policy).stream().anyMatch(check -> check.condition() == expression);
  }

  private void check(IrStatement.Check check, IrExpr.Constant constant) {
    if (constant.value().equals(Value.Bool.of(check.require()))) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.W0209, check.span(), "this check never finds anything")
              .help("Take it out, or write the condition that is meant."));
    }
  }

  private void visit(IrExpr expression, boolean reported) {
    var known = reported ? Optional.<Boolean>empty() : truth(expression);
    if (known.isPresent() && !isLiteralOperand(expression)) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0209,
                  expression.span(),
                  "this is always %s".formatted(known.get()))
              .help("Often another field was meant on one of the sides."));
      return;
    }
    IrWalk.parts(expression).forEach(part -> visit(part, false));
  }

  /** Values such as {@code ?? false} are no conditions. */
  private static boolean isLiteralOperand(IrExpr expression) {
    return expression instanceof IrExpr.Constant;
  }

  private static Optional<Boolean> truth(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Constant constant when constant.value() instanceof Value.Bool bool ->
          Optional.of(bool.equals(Value.Bool.of(true)));
      case IrExpr.Not not -> truth(not.operand()).map(value -> !value);
      case IrExpr.Logic logic -> ofLogic(logic);
      case IrExpr.Compare compare -> ofComparison(compare);
      default -> Optional.empty();
    };
  }

  private static Optional<Boolean> ofLogic(IrExpr.Logic logic) {
    var left = truth(logic.left());
    var right = truth(logic.right());
    return switch (logic.connective()) {
      case AND -> decided(left, right, false);
      case OR -> decided(left, right, true);
      case IMPLIES -> decided(left.map(value -> !value), right, true);
    };
  }

  /** One side that decides is enough; else both must be known. */
  private static Optional<Boolean> decided(
      Optional<Boolean> left, Optional<Boolean> right, boolean deciding) {
    boolean decides =
        left.filter(value -> value == deciding).isPresent()
            || right.filter(value -> value == deciding).isPresent();
    if (decides) {
      return Optional.of(deciding);
    }
    return left.isPresent() && right.isPresent() ? Optional.of(!deciding) : Optional.empty();
  }

  private static Optional<Boolean> ofComparison(IrExpr.Compare compare) {
    IrExpr left = compare.left();
    IrExpr right = compare.right();
    if (left instanceof IrExpr.Constant a && right instanceof IrExpr.Constant b) {
      return switch (compare.comparison()) {
        case EQUAL -> Optional.of(a.value().equals(b.value()));
        case NOT_EQUAL -> Optional.of(!a.value().equals(b.value()));
        case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Optional.empty();
      };
    }
    if (!left.span().text().equals(right.span().text())
        || left instanceof IrExpr.Constant
        || isDerived(left, right)) {
      return Optional.empty();
    }
    return switch (compare.comparison()) {
      case EQUAL, LESS_OR_EQUAL, GREATER_OR_EQUAL -> Optional.of(true);
      case NOT_EQUAL, LESS, GREATER -> Optional.of(false);
    };
  }

  /** In {@code changed(x)} the two sides are not written, but the old and the new value of x. */
  private static boolean isDerived(IrExpr left, IrExpr right) {
    return left.span().equals(right.span());
  }
}

package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds policies whose {@code when} asks for a kind that their target has not. */
final class Unreachable {
  private final IrPolicy policy;
  private final Set<String> kinds;
  private final DiagnosticSink diagnostics;

  private Unreachable(IrPolicy policy, DiagnosticSink diagnostics) {
    this.policy = policy;
    this.kinds = policy.target().kinds().stream().map(ObjectType::name).collect(Collectors.toSet());
    this.diagnostics = diagnostics;
  }

  static void report(IrPolicy policy, DiagnosticSink diagnostics) {
    if (policy.target().any() || policy.target().kinds().isEmpty()) {
      return;
    }
    var rule = new Unreachable(policy, diagnostics);
    for (IrPolicy.Prelude line : policy.prelude()) {
      if (line instanceof IrPolicy.Prelude.When when) {
        rule.visit(when.condition());
      }
    }
  }

  private void visit(IrExpr condition) {
    switch (condition) {
      case IrExpr.Logic logic when logic.connective() == IrExpr.Connective.AND -> {
        visit(logic.left());
        visit(logic.right());
      }
      case IrExpr.Compare compare when compare.comparison() == IrExpr.Comparison.EQUAL -> {
        if (isKindOfTarget(compare.left())) {
          text(compare.right()).ifPresent(kind -> expect(List.of(kind), condition));
        } else if (isKindOfTarget(compare.right())) {
          text(compare.left()).ifPresent(kind -> expect(List.of(kind), condition));
        }
      }
      case IrExpr.In in when !in.negated() && isKindOfTarget(in.element()) -> {
        if (in.collection() instanceof IrExpr.Collection list
            && list.elements().stream().allMatch(e -> text(e).isPresent())) {
          expect(list.elements().stream().flatMap(e -> text(e).stream()).toList(), condition);
        }
      }
      default -> {}
    }
  }

  private void expect(List<String> wanted, IrExpr condition) {
    if (wanted.stream().noneMatch(kinds::contains)) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0208,
                  condition.span(),
                  "no object reaches policy `%s`".formatted(policy.name()))
              .label(
                  "the target is of kind " + String.join(" or ", kinds.stream().sorted().toList()))
              .help(
                  "Name the kinds in the target: a pod inside a workload is a Pod, whatever carries it."));
    }
  }

  private static boolean isKindOfTarget(IrExpr expression) {
    return expression instanceof IrExpr.KindMember member
        && member.property() == IrExpr.KindProperty.KIND
        && member.receiver() instanceof IrExpr.Local local
        && local.slot() == 0;
  }

  private static Optional<String> text(IrExpr expression) {
    return expression instanceof IrExpr.Constant constant
            && constant.value() instanceof Value.Text text
        ? Optional.of(text.value())
        : Optional.empty();
  }
}

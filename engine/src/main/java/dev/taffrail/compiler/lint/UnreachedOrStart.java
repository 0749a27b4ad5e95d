package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds questions whether the way to a node of a closure is empty: it is for what was never
 * reached, and for what everything starts at.
 */
final class UnreachedOrStart {
  private final IrProgram program;
  private final DiagnosticSink diagnostics;
  private final Map<Integer, IrExpr> lets = new HashMap<>();

  /** Keys that are asked for with {@code in}, as they are written. */
  private final Set<String> asked = new HashSet<>();

  private UnreachedOrStart(
      IrProgram program, List<IrStatement.Let> lets, DiagnosticSink diagnostics) {
    this.program = program;
    this.diagnostics = diagnostics;
    lets.forEach(let -> this.lets.put(let.slot(), let.value()));
  }

  static void report(IrProgram program, DiagnosticSink diagnostics) {
    for (IrPolicy policy : program.policies()) {
      var rule = new UnreachedOrStart(program, IrWalk.letsOf(policy), diagnostics);
      List<IrExpr> expressions = IrWalk.expressionsOf(policy);
      expressions.forEach(rule::note);
      expressions.forEach(rule::visit);
    }
  }

  private void note(IrExpr expression) {
    if (expression instanceof IrExpr.In in) {
      asked.add(words(in.collection(), in.element()));
    }
    IrWalk.parts(expression).forEach(this::note);
  }

  private static String words(IrExpr map, IrExpr key) {
    return "%s[%s]".formatted(map.span().text(), key.span().text());
  }

  private void visit(IrExpr expression) {
    if (expression instanceof IrExpr.IsEmpty test
        && test.operand() instanceof IrExpr.Index entry
        && isClosure(entry.receiver())
        && !asked.contains(words(entry.receiver(), entry.index()))) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0221,
                  entry.span(),
                  "a start of the closure and what was never reached are the same here")
              .help(
                  "Ask whether it was reached: %s in %s"
                      .formatted(entry.index().span().text(), entry.receiver().span().text())));
    }
    IrWalk.parts(expression).forEach(this::visit);
  }

  private boolean isClosure(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Comprehension found -> found.form() == IrExpr.Form.CLOSURE;
      case IrExpr.Adapt adapted -> isClosure(adapted.operand());
      case IrExpr.ModuleValue value -> isClosure(program.value(value.id()).body());
      case IrExpr.Local local when lets.containsKey(local.slot()) ->
          isClosure(lets.get(local.slot()));
      default -> false;
    };
  }
}

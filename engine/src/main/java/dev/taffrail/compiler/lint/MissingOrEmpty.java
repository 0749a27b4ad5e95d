package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds lists of another object of which it is asked whether all their elements are so, or whether
 * they are empty: both are true if there is no such object, too.
 */
final class MissingOrEmpty {
  private final Map<Integer, IrExpr> lets = new HashMap<>();
  private final DiagnosticSink diagnostics;

  private MissingOrEmpty(List<IrStatement.Let> lets, DiagnosticSink diagnostics) {
    lets.forEach(let -> this.lets.put(let.slot(), let.value()));
    this.diagnostics = diagnostics;
  }

  static void report(IrPolicy policy, DiagnosticSink diagnostics) {
    var rule = new MissingOrEmpty(IrWalk.letsOf(policy), diagnostics);
    IrWalk.expressionsOf(policy).forEach(rule::visit);
  }

  static void report(IrFunction function, DiagnosticSink diagnostics) {
    var rule = new MissingOrEmpty(function.lets(), diagnostics);
    IrWalk.expressionsOf(function).forEach(rule::visit);
  }

  private void visit(IrExpr expression) {
    switch (expression) {
      case IrExpr.IsEmpty asked when asked.empty() -> check(asked.operand());
      case IrExpr.Comprehension all when all.form() == IrExpr.Form.ALL -> {
        for (IrClause clause : all.clauses()) {
          if (clause instanceof IrClause.Generator generator) {
            check(generator.source());
          }
        }
      }
      default -> {}
    }
    IrWalk.parts(expression).forEach(this::visit);
  }

  private void check(IrExpr list) {
    if (isOfFoundObject(list, false)) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0216,
                  list.span(),
                  "no such object and an empty list are the same here")
              .help("Ask first whether the object is there: `… is set and …`."));
    }
  }

  /**
   * Whether a path begins at an object that may not be there; one that was tested before is marked
   * as narrowed.
   *
   * @param field a field has been read of it
   */
  private boolean isOfFoundObject(IrExpr expression, boolean field) {
    return switch (expression) {
      case IrExpr.ReadField read -> isOfFoundObject(read.receiver(), true);
      case IrExpr.Adapt adapted -> isOfFoundObject(adapted.operand(), field);
      case IrExpr.Local local when lets.containsKey(local.slot()) ->
          isOfFoundObject(lets.get(local.slot()), field);
      case IrExpr.FindObject found -> field;
      case IrExpr.FindAny found -> field;
      default -> false;
    };
  }
}

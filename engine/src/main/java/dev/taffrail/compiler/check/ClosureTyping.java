package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.List;
import java.util.Optional;

/** {@code closure x in seeds { edges }}: what can be reached, with a shortest way to it. */
final class ClosureTyping {
  private static final String TARGET = "to";

  private final ExpressionChecker expressions;

  ClosureTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /**
   * @param node the type of the seeds
   */
  IrExpr finish(
      Expr.Comprehension written,
      List<IrClause> clauses,
      Optional<IrExpr> where,
      Type node,
      Context inner,
      Type expected) {
    Type edges =
        expected.bare() instanceof Type.MapOf map && map.value() instanceof Type.ListOf list
            ? list
            : Scalar.UNKNOWN;
    IrExpr body = expressions.present(written.body(), inner, edges);
    if (!isOneSource(clauses)) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              written.keywordSpan(),
              "`closure` walks from one collection of nodes, with one name",
              "Write closure x in seeds { edges }"));
      return ExpressionChecker.unknown(written.span());
    }
    if (body.type().isUnknown() || node.isUnknown()) {
      return ExpressionChecker.unknown(written.span());
    }
    Type edge = body.type() instanceof Type.ListOf list ? list.element() : Scalar.UNKNOWN;
    Optional<Type> to =
        edge instanceof Type.RecordType record
            ? record.field(TARGET).map(Type.RecordField::type)
            : Optional.empty();
    if (to.isEmpty() || !Assignability.fits(to.get(), node)) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  written.body().span(),
                  "`closure` wants a list of records with a field `to` of type `%s`"
                      .formatted(TypePrinter.print(node)))
              .label("this is `%s`".formatted(TypePrinter.print(body.type())))
              .help("Each record is an edge from the node; `to` is where it leads."));
      return ExpressionChecker.unknown(written.span());
    }
    return new IrExpr.Comprehension(
        written.span(),
        new Type.MapOf(node, new Type.ListOf(edge)),
        IrExpr.Form.CLOSURE,
        clauses,
        where,
        body,
        Optional.empty());
  }

  private static boolean isOneSource(List<IrClause> clauses) {
    return clauses.size() == 1
        && clauses.getFirst() instanceof IrClause.Generator generator
        && generator.keySlot() < 0;
  }
}

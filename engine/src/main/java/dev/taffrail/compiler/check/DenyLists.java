package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Warns of parameters that list what is forbidden and are empty by default: whoever forgets to give
 * them has a policy that never finds anything.
 */
public final class DenyLists {
  private final Map<ParameterId, IrParameter> parameters;
  private final DiagnosticSink diagnostics;
  private final Set<ParameterId> reported = new HashSet<>();

  private DenyLists(Map<ParameterId, IrParameter> parameters, DiagnosticSink diagnostics) {
    this.parameters = parameters;
    this.diagnostics = diagnostics;
  }

  public static void report(IrProgram program, DiagnosticSink diagnostics) {
    var search = new DenyLists(program.parameters(), diagnostics);
    for (IrPolicy policy : program.policies()) {
      for (IrStatement.Check check : IrWalk.checksOf(policy)) {
        search.visit(check.condition(), check.require());
      }
    }
  }

  /**
   * @param wanted what the check needs the expression to be; an empty list gives it for nothing
   */
  private void visit(IrExpr expression, boolean wanted) {
    switch (expression) {
      case IrExpr.Not not -> visit(not.operand(), !wanted);
      case IrExpr.Logic logic -> {
        boolean flips = logic.connective() == IrExpr.Connective.IMPLIES;
        visit(logic.left(), flips != wanted);
        visit(logic.right(), wanted);
      }
      case IrExpr.In in -> {
        if (in.negated() == wanted) {
          lists(in.collection(), in);
        }
      }
      case IrExpr.Comprehension quantifier -> visitQuantifier(quantifier, wanted);
      default -> {}
    }
  }

  private void visitQuantifier(IrExpr.Comprehension quantifier, boolean wanted) {
    switch (quantifier.form()) {
      case ALL -> elements(quantifier, wanted, wanted);
      case NONE -> elements(quantifier, wanted, !wanted);
      case ANY -> elements(quantifier, !wanted, wanted);
      default -> {}
    }
  }

  private void elements(IrExpr.Comprehension quantifier, boolean emptyPasses, boolean ofBody) {
    if (emptyPasses) {
      for (IrClause clause : quantifier.clauses()) {
        if (clause instanceof IrClause.Generator generator) {
          lists(generator.source(), quantifier);
        }
      }
    }
    visit(quantifier.body(), ofBody);
  }

  private void lists(IrExpr collection, IrExpr use) {
    IrExpr source = collection instanceof IrExpr.Adapt adapted ? adapted.operand() : collection;
    if (source instanceof IrExpr.Parameter named
        && parameters.get(named.id()) instanceof IrParameter parameter
        && parameter.defaultValue().filter(DenyLists::isEmpty).isPresent()
        && reported.add(named.id())) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0202,
                  parameter.span(),
                  "without a value for `%s` this check finds nothing".formatted(named.id().name()))
              .label("the default is empty")
              .related(use.span(), "nothing is in an empty list")
              .help(
                  "Leave the default out, so that a value must be given, or list what you know."));
    }
  }

  private static boolean isEmpty(IrExpr value) {
    return switch (value) {
      case IrExpr.Collection collection -> collection.elements().isEmpty();
      case IrExpr.Adapt adapted -> isEmpty(adapted.operand());
      default -> false;
    };
  }
}

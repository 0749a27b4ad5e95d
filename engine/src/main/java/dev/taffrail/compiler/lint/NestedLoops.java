package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds loops that go over the same list again for each element of another: their work is the
 * product of both lengths, and mostly a set or a map does it in their sum.
 */
final class NestedLoops {
  private final DiagnosticSink diagnostics;

  private NestedLoops(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(IrPolicy policy, DiagnosticSink diagnostics) {
    var rule = new NestedLoops(diagnostics);
    policy.rules().forEach(r -> rule.body(r.body(), Optional.empty(), Set.of()));
  }

  /**
   * @param outer the loop around, if its list has no known bound
   * @param dependent slots whose values change with the turns of the loops around
   */
  private void body(List<IrStatement> body, Optional<IrExpr> outer, Set<Integer> dependent) {
    var changing = new HashSet<>(dependent);
    for (IrStatement statement : body) {
      switch (statement) {
        case IrStatement.Let let -> {
          expression(let.value(), outer, changing);
          if (mentions(let.value(), changing)) {
            changing.add(let.slot());
          }
        }
        case IrStatement.ForEach loop -> loop(loop, outer, changing);
        case IrStatement.If choice -> {
          expression(choice.condition(), outer, changing);
          body(choice.thenBody(), outer, changing);
          body(choice.elseBody(), outer, changing);
        }
        case IrStatement.IfLet choice -> {
          expression(choice.value(), outer, changing);
          var inside = new HashSet<>(changing);
          if (mentions(choice.value(), changing)) {
            inside.add(choice.slot());
          }
          body(choice.thenBody(), outer, inside);
          body(choice.elseBody(), outer, changing);
        }
        case IrStatement.Check check -> expression(check.condition(), outer, changing);
      }
    }
  }

  private void loop(IrStatement.ForEach loop, Optional<IrExpr> outer, Set<Integer> dependent) {
    IrExpr source = loop.generator().source();
    expression(source, outer, dependent);
    var inside = new HashSet<>(dependent);
    var around = generator(loop.generator(), outer, inside);
    loop.where().ifPresent(where -> expression(where, around, inside));
    body(loop.body(), around, inside);
  }

  /** Loops inside expressions: comprehensions, and their sources one in the other. */
  private void expression(IrExpr expression, Optional<IrExpr> outer, Set<Integer> dependent) {
    if (!(expression instanceof IrExpr.Comprehension loop)) {
      IrWalk.parts(expression).forEach(part -> expression(part, outer, dependent));
      return;
    }
    var around = outer;
    var inside = new HashSet<>(dependent);
    for (IrClause clause : loop.clauses()) {
      switch (clause) {
        case IrClause.Generator generator -> {
          expression(generator.source(), around, inside);
          around = generator(generator, around, inside);
        }
        case IrClause.Binding binding -> {
          expression(binding.value(), around, inside);
          if (mentions(binding.value(), inside)) {
            inside.add(binding.slot());
          }
        }
      }
    }
    var whole = around;
    loop.where().ifPresent(where -> expression(where, whole, inside));
    expression(loop.body(), whole, inside);
    loop.second().ifPresent(second -> expression(second, whole, inside));
  }

  /**
   * One loop, whose slots change from here on.
   *
   * @return the list of the innermost loop without known bound
   */
  private Optional<IrExpr> generator(
      IrClause.Generator generator, Optional<IrExpr> outer, Set<Integer> changing) {
    IrExpr source = generator.source();
    boolean bounded = isBounded(source);
    if (outer.isPresent() && !bounded && !mentions(source, changing)) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0210, source.span(), "this list is gone through again and again")
              .label("once for each element of the other")
              .related(outer.get().span(), "for each of these")
              .help(
                  "Collect what is looked for into a `set` or `dict` before the loops,"
                      + " and use `in` or `[…]`."));
    }
    changing.add(generator.elementSlot());
    changing.add(generator.keySlot());
    return bounded ? outer : Optional.of(source);
  }

  private static boolean isBounded(IrExpr source) {
    return switch (source) {
      case IrExpr.Collection list -> true;
      case IrExpr.Range range -> true;
      case IrExpr.Parameter parameter -> true;
      case IrExpr.ModuleValue value -> true;
      case IrExpr.Constant constant -> true;
      case IrExpr.Adapt adapted -> isBounded(adapted.operand());
      default -> false;
    };
  }

  private static boolean mentions(IrExpr expression, Set<Integer> slots) {
    return IrWalk.any(
        expression, part -> part instanceof IrExpr.Local local && slots.contains(local.slot()));
  }
}

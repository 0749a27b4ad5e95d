package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.value.Place;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The place of the collection a comprehension walks. */
final class BlameSources {
  private BlameSources() {}

  static Optional<Place> sourcePlace(
      IrExpr.Comprehension comprehension, Frame frame, ExpressionInterpreter evaluator) {
    for (IrClause clause : comprehension.clauses()) {
      if (clause instanceof IrClause.Generator generator) {
        return Places.of(generator.source(), frame, evaluator);
      }
    }
    return Optional.empty();
  }

  /**
   * What the elements would have been held against: a list that comes from a parameter stands
   * nowhere, and where it is empty nothing was compared.
   */
  static Optional<Place> measured(
      IrExpr.Comprehension comprehension, Frame frame, ExpressionInterpreter evaluator) {
    var bound = new HashSet<Integer>();
    for (IrClause clause : comprehension.clauses()) {
      switch (clause) {
        case IrClause.Generator generator -> {
          bound.add(generator.keySlot());
          bound.add(generator.elementSlot());
        }
        case IrClause.Binding binding -> bound.add(binding.slot());
      }
    }
    return measured(comprehension.body(), bound, frame, evaluator);
  }

  private static Optional<Place> measured(
      IrExpr expression, Set<Integer> bound, Frame frame, ExpressionInterpreter evaluator) {
    if (expression instanceof IrExpr.Comprehension) {
      return Optional.empty();
    }
    boolean isOutside =
        !IrWalk.any(
            expression,
            part ->
                part instanceof IrExpr.Comprehension
                    || part instanceof IrExpr.Local local && bound.contains(local.slot()));
    Optional<Place> found =
        isOutside
            ? Places.of(expression, frame, evaluator).filter(place -> !place.path().isRoot())
            : Optional.empty();
    return found.or(
        () ->
            IrWalk.parts(expression).stream()
                .flatMap(part -> measured(part, bound, frame, evaluator).stream())
                .findFirst());
  }
}

package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.value.Place;
import java.util.Optional;

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
}

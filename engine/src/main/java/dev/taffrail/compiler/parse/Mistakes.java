package dev.taffrail.compiler.parse;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Everything that is known about what people write by mistake, the surest first. */
final class Mistakes {
  private final List<Function<Failure, Optional<Mistake>>> known =
      List.of(
          BracketMistakes::unclosedBlock,
          FileMistakes::explain,
          TailMistakes::explain,
          DeclarationMistakes::explain,
          OperandMistakes::explain,
          NameMistakes::explain,
          StatementMistakes::explain,
          OperatorMistakes::explain,
          BracketMistakes::explain);

  /** What the author is told about a place where the parser stopped. */
  Mistake explain(Failure failure) {
    for (var explanation : known) {
      var mistake = explanation.apply(failure);
      if (mistake.isPresent()) {
        return mistake.get();
      }
    }
    return Expectation.explain(failure);
  }
}

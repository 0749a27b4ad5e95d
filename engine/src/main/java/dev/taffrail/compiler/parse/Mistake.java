package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import java.util.Optional;

/**
 * A mistake that was recognised.
 *
 * @param diagnostic what the author is told
 * @param repair what was meant, if that is clear; otherwise the place is cut out
 */
record Mistake(Diagnostic diagnostic, Optional<Edit> repair) {
  static Optional<Mistake> of(Diagnostic diagnostic) {
    return Optional.of(new Mistake(diagnostic, Optional.empty()));
  }

  static Optional<Mistake> of(Diagnostic diagnostic, Edit repair) {
    return Optional.of(new Mistake(diagnostic, Optional.of(repair)));
  }
}

package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Optional;

/**
 * Sees a run statement by statement, to tell people about it.
 *
 * <p>It gets the frame as it is at that moment and may evaluate in it, since that changes nothing.
 */
interface Witness {
  /** Sees nothing. */
  Witness NONE = new Witness() {};

  /** The body of a rule begins. */
  default void began(IrPolicy.IrRule rule) {}

  /** A name got its value, which is computed when it is used. */
  default void named(IrStatement.Let let, Frame frame) {}

  /** A {@code when} decided whether the policy applies. */
  default void selected(IrExpr condition, boolean holds, Frame frame) {}

  /** An {@code if} or {@code if let} took its first branch or the other. */
  default void chose(IrExpr condition, boolean first, Frame frame) {}

  /** A loop came to an element; {@code where} may leave it out. */
  default void reached(
      IrStatement.ForEach loop, Value element, Optional<Place> place, boolean wanted) {}

  default void entered() {}

  default void left() {}

  /** A check has a verdict. */
  default void checked(IrStatement.Check check, boolean truth, Frame frame) {}

  /** A check, or what stands around it, has none: something is missing, or an error. */
  default void failed(IrStatement.Check check, RuntimeException reason) {}
}

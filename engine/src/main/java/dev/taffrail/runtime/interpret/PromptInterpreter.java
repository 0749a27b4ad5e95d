package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Optional;

/** Evaluates what is typed at a prompt: a value, where it stands, and who gave it. */
public final class PromptInterpreter {
  private final ExpressionInterpreter evaluator;

  public PromptInterpreter(Environment environment) {
    this.evaluator = new ExpressionInterpreter(environment);
  }

  /** What came of it. */
  public sealed interface Answer {
    /**
     * A value, absent too.
     *
     * @param place where it stands, or would stand
     * @param taken what Kubernetes takes the field for, if it was not written and that is why the
     *     value is what it is
     */
    record Known(Value value, Optional<Place> place, Optional<Field.Fallback> taken)
        implements Answer {}

    /** Something demanded with {@code !} is not set. */
    record Unset(String what, Optional<Place> place) implements Answer {}

    /** There is no value. */
    record Failed(String message, Optional<Place> place) implements Answer {}
  }

  /**
   * Evaluates.
   *
   * @param target what slot 0 holds
   */
  public Answer answer(IrExpr expression, int frameSize, ObjectValue target) {
    var frame = new Frame(Math.max(frameSize, 3), new Budget(Observer.NONE));
    frame.set(IrPolicy.TARGET_SLOT, target, Optional.of(target.place()));
    frame.set(IrPolicy.OLD_SLOT, Value.absent(), Optional.empty());
    frame.set(IrPolicy.REQUEST_SLOT, Value.absent(), Optional.empty());
    try {
      Value value = evaluator.evaluate(expression, frame);
      return new Answer.Known(
          value, Places.of(expression, frame, evaluator), taken(expression, frame));
    } catch (Missing missing) {
      return new Answer.Unset(String.valueOf(missing.getMessage()), missing.place());
    } catch (EvaluationError error) {
      return new Answer.Failed(String.valueOf(error.getMessage()), error.place());
    }
  }

  /** The default behind the last step of a path, if it was not written. */
  private Optional<Field.Fallback> taken(IrExpr expression, Frame frame) {
    IrExpr bare = expression instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : expression;
    if (!(bare instanceof IrExpr.ReadField read)) {
      return Optional.empty();
    }
    Value receiver = evaluator.evaluate(read.receiver(), frame);
    Field field = ExpressionInterpreter.fieldFor(read, receiver);
    boolean written =
        receiver instanceof ObjectValue holder && FieldReader.isWritten(holder, field);
    return written ? Optional.empty() : field.fallback();
  }
}

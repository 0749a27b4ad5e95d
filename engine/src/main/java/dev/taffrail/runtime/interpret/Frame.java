package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The names of a running body: values, and lets that are evaluated when used. */
final class Frame {
  private final @Nullable Object[] slots;
  private final @Nullable Place[] places;
  final Budget budget;
  final Lookups lookups;
  private final Optional<Place> judged;

  /** The frame of a policy that judges what stands at a place. */
  Frame(int size, Budget budget, Lookups lookups, Optional<Place> judged) {
    this.slots = new Object[size];
    this.places = new Place[size];
    this.budget = budget;
    this.lookups = lookups;
    this.judged = judged;
  }

  /** The frame of something that is the same for all objects. */
  Frame(int size, Budget budget) {
    this(size, budget, new Lookups(), Optional.empty());
  }

  /** A frame for a called function. */
  Frame inner(int size) {
    return new Frame(size, budget, lookups, judged);
  }

  /** What is under review. */
  Optional<Place> judged() {
    return judged;
  }

  /** Puts a value, with the place it was read from if it was read. */
  void set(int slot, Value value, Optional<Place> place) {
    slots[slot] = value;
    places[slot] = place.orElse(null);
  }

  /** Puts a let, to be evaluated at most once; its failure is the same for all uses. */
  void setLazy(int slot, IrExpr expression) {
    slots[slot] = new Lazy(expression);
    places[slot] = null;
  }

  /** Puts something the host knows, asked for when used; it may have no value. */
  void setSupplied(int slot, Supplier<Value> value) {
    slots[slot] = new Supplied(value);
    places[slot] = null;
  }

  private record Supplied(Supplier<Value> value) {}

  Value get(int slot, ExpressionInterpreter interpreter) {
    Object held = slots[slot];
    if (held instanceof Lazy lazy) {
      return lazy.value(this, interpreter);
    }
    if (held instanceof Supplied supplied) {
      return supplied.value().get();
    }
    if (held == null) {
      throw new IllegalStateException("nothing in slot " + slot);
    }
    return (Value) held;
  }

  /** The place a loop variable was read from. */
  Optional<Place> place(int slot) {
    return Optional.ofNullable(places[slot]);
  }

  /** The expression of a let, for finding out where its value stands. */
  Optional<IrExpr> letExpression(int slot) {
    return slots[slot] instanceof Lazy lazy ? Optional.of(lazy.expression) : Optional.empty();
  }

  private static final class Lazy {
    private final IrExpr expression;
    private @Nullable Value value;
    private @Nullable RuntimeException failure;

    Lazy(IrExpr expression) {
      this.expression = expression;
    }

    Value value(Frame frame, ExpressionInterpreter interpreter) {
      if (failure != null) {
        throw failure;
      }
      Value known = value;
      if (known == null) {
        try {
          known = interpreter.evaluate(expression, frame);
        } catch (Missing | EvaluationError e) {
          failure = e;
          throw e;
        }
        value = known;
      }
      return known;
    }
  }
}

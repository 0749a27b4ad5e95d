package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the slots of a body stand for; a `let` for its expression, which CEL has no name for. */
record CelScope(Map<Integer, Meaning> slots, int loops) {
  static final CelScope EMPTY = new CelScope(Map.of(), 0);

  /** What a slot stands for. */
  sealed interface Meaning {
    record Known(CelValue value) implements Meaning {}

    /** Evaluated when it is used. */
    record Named(IrExpr expression, CelScope scope) implements Meaning {}
  }

  CelScope {
    slots = Map.copyOf(slots);
  }

  CelScope with(int slot, CelValue value) {
    return with(slot, new Meaning.Known(value), loops);
  }

  CelScope with(IrStatement.Let let) {
    return with(let.slot(), new Meaning.Named(let.value(), this), loops);
  }

  /** With the variable of a loop, whose name no other loop around it has. */
  CelScope looping(int slot) {
    return with(slot, new Meaning.Known(CelValue.simple(variable())), loops + 1);
  }

  String variable() {
    return loops == 0 ? "e" : "e" + (loops + 1);
  }

  /** The same below at least the loops of another. */
  CelScope within(CelScope use) {
    return new CelScope(slots, Math.max(loops, use.loops));
  }

  /** Nothing but the loops, for the body of a function. */
  CelScope inside() {
    return new CelScope(Map.of(), loops);
  }

  private CelScope with(int slot, Meaning meaning, int nowLoops) {
    var more = new LinkedHashMap<>(slots);
    more.put(slot, meaning);
    return new CelScope(more, nowLoops);
  }

  Optional<Meaning> of(int slot) {
    return Optional.ofNullable(slots.get(slot));
  }
}

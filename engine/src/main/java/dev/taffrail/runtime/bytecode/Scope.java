package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import java.util.HashMap;
import java.util.Map;

/** What the slots of a policy or a function are in generated code. */
final class Scope {
  private final Map<Integer, Binding> bindings;

  Scope() {
    this(Map.of());
  }

  private Scope(Map<Integer, Binding> bindings) {
    this.bindings = new HashMap<>(bindings);
  }

  /** Something a slot stands for. */
  sealed interface Binding {
    /** A value that is there. */
    record Held(Slot slot) implements Binding {}

    /** A value or absent. */
    record Maybe(Slot slot) implements Binding {}

    /** A path, which is read wherever it is used. */
    record Path(IrExpr expression, Scope scope) implements Binding {}

    /**
     * A let that is evaluated when it is used first.
     *
     * @param state 0 before that, then 1, or 2 if it is absent
     */
    record Let(IrExpr expression, Scope scope, Slot state, Slot value) implements Binding {}
  }

  /** A scope inside this one. */
  Scope inner() {
    return new Scope(bindings);
  }

  void bind(int slot, Binding binding) {
    if (slot >= 0) {
      bindings.put(slot, binding);
    }
  }

  /**
   * What a slot stands for.
   *
   * @throws Unsupported if it is what the object was before, or the request
   */
  Binding get(IrExpr.Local local) {
    Binding found = bindings.get(local.slot());
    if (found == null) {
      throw new Unsupported("`" + local.name() + "`");
    }
    return found;
  }

  boolean has(int slot) {
    return bindings.containsKey(slot);
  }
}

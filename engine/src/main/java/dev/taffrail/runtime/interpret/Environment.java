package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What expressions may use beside their frame: functions, parameters, built-ins.
 *
 * <p>Safe to share; lets of modules and indexes are computed on first use and kept.
 */
public final class Environment {
  private final IrProgram program;
  private final Map<ParameterId, Value> parameters;
  private final Builtins builtins;
  private final CallContext calls;
  private final Snapshot snapshot;
  private final Observer observer;
  private final Map<GlobalId, Value> values = new ConcurrentHashMap<>();
  private final Map<GlobalId, IndexTable> indexes = new ConcurrentHashMap<>();

  /**
   * @param observer sees what is evaluated
   */
  public Environment(
      IrProgram program,
      Map<ParameterId, Value> parameters,
      Builtins builtins,
      CallContext calls,
      Inventory inventory,
      Observer observer) {
    this.observer = observer;
    this.program = program;
    this.parameters = Map.copyOf(parameters);
    this.builtins = builtins;
    this.calls = calls;
    this.snapshot = new Snapshot(inventory, calls.types());
  }

  /** The same over another inventory; nothing that was read from the old one is kept. */
  public Environment over(Inventory inventory) {
    return new Environment(program, parameters, builtins, calls, inventory, observer);
  }

  public Snapshot snapshot() {
    return snapshot;
  }

  IndexTable index(GlobalId id, ExpressionInterpreter interpreter) {
    IndexTable known = indexes.get(id);
    if (known == null) {
      IrIndex index = program.indexes().get(id);
      if (index == null) {
        throw new IllegalStateException("no index " + id);
      }
      known = IndexTable.of(index, snapshot, interpreter);
      indexes.put(id, known);
    }
    return known;
  }

  IrFunction function(GlobalId id) {
    return program.function(id);
  }

  Value parameter(ParameterId id) {
    Value found = parameters.get(id);
    if (found == null) {
      throw new IllegalStateException("no value for parameter " + id);
    }
    return found;
  }

  /** Steps are not taken from the caller's budget, which must not depend on who came first. */
  Value moduleValue(GlobalId id, ExpressionInterpreter interpreter) {
    Value known = values.get(id);
    if (known == null) {
      IrFunction let = program.value(id);
      known = interpreter.evaluate(let.body(), new Frame(let.frameSize(), new Budget(observer)));
      values.put(id, known);
    }
    return known;
  }

  Observer observer() {
    return observer;
  }

  Builtins builtins() {
    return builtins;
  }

  CallContext calls() {
    return calls;
  }
}

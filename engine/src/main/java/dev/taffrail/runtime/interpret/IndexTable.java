package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The objects of an index by key.
 *
 * <p>One object whose key cannot be computed makes every look-up an error: nobody can say whether
 * it would have been found.
 */
final class IndexTable {
  private final Map<Value, List<ObjectValue>> entries;
  private final Optional<EvaluationError> failure;

  private IndexTable(Map<Value, List<ObjectValue>> entries, Optional<EvaluationError> failure) {
    this.entries = entries;
    this.failure = failure;
  }

  static IndexTable of(IrIndex index, Snapshot snapshot, ExpressionInterpreter interpreter) {
    var entries = new HashMap<Value, List<ObjectValue>>();
    try {
      for (ObjectValue object : snapshot.objects(index.source())) {
        for (Value key : keys(index, object, interpreter)) {
          entries.computeIfAbsent(key, k -> new ArrayList<>()).add(object);
        }
      }
    } catch (EvaluationError e) {
      return new IndexTable(Map.of(), Optional.of(e));
    }
    return new IndexTable(entries, Optional.empty());
  }

  private static Iterable<Value> keys(
      IrIndex index, ObjectValue object, ExpressionInterpreter interpreter) {
    // Steps are not taken from the policy that happens to come first.
    var frame = new Frame(index.frameSize(), new Budget(interpreter.environment().observer()));
    frame.set(0, object, Optional.of(object.place()));
    try {
      if (index.where().isPresent() && !interpreter.isTrue(index.where().get(), frame)) {
        return List.of();
      }
      Value key = interpreter.evaluate(index.key(), frame);
      return switch (key) {
        case ListValue list when index.several() -> new LinkedHashSet<>(list.elements());
        case SetValue set when index.several() -> set.elements();
        default -> List.of(key);
      };
    } catch (EvaluationError e) {
      throw new EvaluationError(
          e.code(),
          "index `%s`, %s: %s"
              .formatted(index.id().name(), object.place().object().title(), e.getMessage()),
          e.place());
    }
  }

  /**
   * The objects of a key, in the order of their kind, namespace and name.
   *
   * @throws EvaluationError if the index could not be built
   */
  List<ObjectValue> get(Value key) {
    if (failure.isPresent()) {
      throw failure.get();
    }
    return entries.getOrDefault(key, List.of());
  }
}

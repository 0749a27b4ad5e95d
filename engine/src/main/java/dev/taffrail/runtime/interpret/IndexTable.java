package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrIndex;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.HashMap;
import java.util.LinkedHashMap;
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
  private final IrIndex index;
  private final FieldReader reader;
  private final Map<Value, Shelf> shelves = new HashMap<>();
  private Optional<EvaluationError> failure = Optional.empty();

  private IndexTable(IrIndex index, FieldReader reader) {
    this.index = index;
    this.reader = reader;
  }

  static IndexTable of(
      IrIndex index, Snapshot snapshot, ExpressionInterpreter interpreter, FieldReader reader) {
    var table = new IndexTable(index, reader);
    try {
      for (ObjectValue object : snapshot.objects(index.source())) {
        for (Value key : keys(index, object, interpreter)) {
          table
              .shelves
              .computeIfAbsent(table.compared(key), k -> new Shelf(reader))
              .add(table.matched(key), object);
        }
      }
    } catch (EvaluationError e) {
      table.failure = Optional.of(e);
    }
    table.shelves.values().forEach(Shelf::file);
    return table;
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
    Shelf shelf = shelves.get(compared(key));
    return shelf == null ? List.of() : shelf.get(matched(key));
  }

  private Value matched(Value key) {
    return index
        .selecting()
        .map(part -> part.field().map(f -> ((RecordValue) key).get(f)).orElse(key))
        .orElse(Value.absent());
  }

  private Value compared(Value key) {
    if (index.selecting().isEmpty()) {
      return key;
    }
    if (!(key instanceof RecordValue record) || index.selecting().get().field().isEmpty()) {
      return Value.absent();
    }
    var rest = new LinkedHashMap<>(record.fields());
    rest.remove(index.selecting().get().field().get());
    return new RecordValue(rest);
  }
}

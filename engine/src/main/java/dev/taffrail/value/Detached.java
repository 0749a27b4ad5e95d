package dev.taffrail.value;

import java.util.LinkedHashMap;

/**
 * Takes values out of the text they were read from: what a parameter holds stands in no object, so
 * no finding may point at it.
 */
public final class Detached {
  private Detached() {}

  public static Value of(Value value) {
    return switch (value) {
      case ListValue list -> ListValue.of(list.elements().stream().map(Detached::of).toList());
      case SetValue set -> SetValue.of(set.elements().stream().map(Detached::of).toList());
      case MapValue map -> {
        var entries = new LinkedHashMap<Value, Value>();
        map.entries().forEach((key, entry) -> entries.put(of(key), of(entry)));
        yield MapValue.of(entries);
      }
      case RecordValue record -> {
        var fields = new LinkedHashMap<String, Value>();
        record.fields().forEach((name, field) -> fields.put(name, of(field)));
        yield new RecordValue(fields);
      }
      default -> value;
    };
  }
}

package dev.taffrail.runtime.interpret;

import dev.taffrail.object.Node;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;

/** Steps into data without a schema; a wrong guess is absent. */
final class JsonReading {
  private JsonReading() {}

  static Value field(Value receiver, String name) {
    return switch (receiver) {
      case JsonValue json -> entry(json.node(), json.place(), name);
      case ObjectValue object -> entry(object.node(), object.place(), name);
      default -> Value.absent();
    };
  }

  private static Value entry(Node node, Place place, String name) {
    if (!(node instanceof Node.Mapping mapping)) {
      return Value.absent();
    }
    int at = mapping.indexOf(name);
    return at < 0 || mapping.value(at) instanceof Node.Null
        ? Value.absent()
        : new JsonValue(mapping.value(at), place.key(name));
  }

  /** An element by its number, or what stands under a key. */
  static Value at(JsonValue json, Value index) {
    return index instanceof Value.Text key
        ? field(json, key.value())
        : element(json, ((Value.Int) index).value());
  }

  private static Value element(JsonValue json, long index) {
    return json.node() instanceof Node.Sequence list
            && index >= 0
            && index < list.elements().size()
            && !(list.elements().get((int) index) instanceof Node.Null)
        ? new JsonValue(list.elements().get((int) index), json.place().element((int) index))
        : Value.absent();
  }
}

package dev.taffrail.runtime.builtin;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.JsonValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.util.LinkedHashMap;
import java.util.Optional;

/** Every text, number and Boolean in data without a schema, in the order written. */
final class JsonLeaves {
  private final long depth;
  private final Gathering found = new Gathering();

  private JsonLeaves(long depth) {
    this.depth = depth;
  }

  /**
   * The leaves as records.
   *
   * @throws EvaluationError with {@link ErrorCode#LIMIT} if some are deeper than allowed: leaving
   *     them out would hide them
   */
  static Value of(JsonValue json, long depth) {
    var walk = new JsonLeaves(depth);
    walk.visit(json.node(), json.place(), FieldPath.ROOT, "", 0);
    return walk.found.list();
  }

  private void visit(Node node, Place place, FieldPath path, String key, int level) {
    switch (node) {
      case Node.Mapping mapping -> {
        deeper(level, path, mapping.size());
        for (int i = 0; i < mapping.size(); i++) {
          String name = mapping.key(i);
          visit(mapping.value(i), place.key(name), path.key(name), name, level + 1);
        }
      }
      case Node.Sequence list -> {
        deeper(level, path, list.elements().size());
        for (int i = 0; i < list.elements().size(); i++) {
          visit(list.elements().get(i), place.element(i), path.element(i), key, level + 1);
        }
      }
      case Node.Null nothing -> {}
      case Node.Text text -> leaf(text, place, path, key);
      case Node.Int number -> leaf(number, place, path, key);
      case Node.Fraction number -> leaf(number, place, path, key);
      case Node.Bool bool -> leaf(bool, place, path, key);
    }
  }

  private void deeper(int level, FieldPath path, int size) {
    if (level >= depth && size > 0) {
      throw new EvaluationError(
          ErrorCode.LIMIT, "`%s` is deeper than %d levels".formatted(path, depth));
    }
  }

  private void leaf(Node node, Place place, FieldPath path, String key) {
    var fields = new LinkedHashMap<String, Value>();
    fields.put("path", new Value.Text(path.toString()));
    fields.put("key", new Value.Text(key));
    fields.put("value", new JsonValue(node, place));
    found.add(new RecordValue(fields, Optional.of(place).filter(Place::isInObject)), place);
  }
}

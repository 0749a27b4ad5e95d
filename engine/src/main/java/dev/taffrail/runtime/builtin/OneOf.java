package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A record that says what it is by which of its fields is set.
 *
 * @param what what the fields are, for messages
 * @param fields those of which one is set
 */
record OneOf(String what, List<String> fields) {
  /** Set to something that this version of Kubernetes does not know. */
  static final Value UNKNOWN = new Value.Text("unknown");

  OneOf {
    fields = List.copyOf(fields);
  }

  /** The fields, and {@code unknown}. */
  Type type() {
    var words = new ArrayList<>(fields);
    words.add("unknown");
    return new Type.TextEnum(Optional.empty(), words, false);
  }

  /**
   * The one that is set, if one is.
   *
   * @throws EvaluationError if several are, since the API server takes no such object
   */
  Optional<Value> of(ObjectValue record) {
    List<String> set = fields.stream().filter(field -> isSet(record, field)).toList();
    if (set.size() > 1) {
      throw new EvaluationError(
          ErrorCode.WRONG_SHAPE,
          "`%s` sets `%s` and `%s`, but may have one %s"
              .formatted(record.place().path(), set.get(0), set.get(1), what),
          Optional.of(record.place()));
    }
    return set.stream().findFirst().map(Value.Text::new);
  }

  static boolean isSet(ObjectValue record, String field) {
    int at = record.node().indexOf(field);
    return at >= 0 && !(record.node().value(at) instanceof Node.Null);
  }
}

package dev.taffrail.runtime.builtin;

import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing a label selector asks for.
 *
 * @param values what the label may be, or may not be; empty where only its presence counts
 * @param place where it is written
 */
record LabelRequirement(String key, Operator operator, List<Value> values, Place place) {
  LabelRequirement {
    values = List.copyOf(values);
  }

  /** How labels and values relate. */
  enum Operator {
    IN,
    NOT_IN,
    EXISTS,
    MISSING
  }

  /**
   * All requirements of a LabelSelector.
   *
   * @throws EvaluationError if it has an operator that does not exist, or values missing
   */
  static List<LabelRequirement> of(ObjectValue selector, FieldReader reader) {
    var all = new ArrayList<LabelRequirement>();
    Place labels = selector.place().key("matchLabels");
    ((MapValue) reader.read(selector, "matchLabels"))
        .entries()
        .forEach(
            (key, value) -> {
              String name = ((Value.Text) key).value();
              all.add(new LabelRequirement(name, Operator.IN, List.of(value), labels.key(name)));
            });
    for (Value element : ObjectMember.list(selector, "matchExpressions", reader).elements()) {
      all.add(ofExpression((ObjectValue) element, reader));
    }
    return all;
  }

  private static LabelRequirement ofExpression(ObjectValue expression, FieldReader reader) {
    Operator operator = operator(expression, reader);
    List<Value> values = ObjectMember.list(expression, "values", reader).elements();
    boolean needsValues = operator == Operator.IN || operator == Operator.NOT_IN;
    if (needsValues == values.isEmpty()) {
      throw new EvaluationError(
          ErrorCode.MALFORMED,
          "`%s` must have %s values for its operator"
              .formatted(expression.place().path(), needsValues ? "some" : "no"),
          Optional.of(expression.place()));
    }
    String key = ((Value.Text) reader.read(expression, "key")).value();
    return new LabelRequirement(key, operator, values, expression.place().key("key"));
  }

  private static Operator operator(ObjectValue expression, FieldReader reader) {
    String word = ((Value.Text) reader.read(expression, "operator")).value();
    return switch (word) {
      case "In" -> Operator.IN;
      case "NotIn" -> Operator.NOT_IN;
      case "Exists" -> Operator.EXISTS;
      case "DoesNotExist" -> Operator.MISSING;
      default ->
          throw new EvaluationError(
              ErrorCode.MALFORMED,
              "`%s` must be `In`, `NotIn`, `Exists` or `DoesNotExist`, but it is `%s`"
                  .formatted(expression.place().key("operator").path(), word),
              Optional.of(expression.place().key("operator")));
    };
  }

  boolean isMetBy(Map<Value, Value> labels) {
    Value label = labels.getOrDefault(new Value.Text(key), Value.absent());
    return switch (operator) {
      case IN -> values.contains(label);
      case NOT_IN -> !values.contains(label);
      case EXISTS -> !label.isAbsent();
      case MISSING -> label.isAbsent();
    };
  }
}

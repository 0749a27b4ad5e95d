package dev.taffrail.runtime.builtin;

import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.List;

/** A label selector that was read once, to be held against the labels of many objects. */
public final class LabelQuery {
  private final List<LabelRequirement> requirements;

  private LabelQuery(List<LabelRequirement> requirements) {
    this.requirements = List.copyOf(requirements);
  }

  /** A label with its value. */
  public record Label(Value key, Value value) {}

  /**
   * Reads a selector.
   *
   * @throws dev.taffrail.value.EvaluationError if it is malformed
   */
  public static LabelQuery of(ObjectValue selector, FieldReader reader) {
    return new LabelQuery(LabelRequirement.of(selector, reader));
  }

  /** Whether the labels meet all requirements. */
  public boolean selects(MapValue labels) {
    for (LabelRequirement requirement : requirements) {
      if (!requirement.isMetBy(labels.entries())) {
        return false;
      }
    }
    return true;
  }

  /**
   * For each requirement that names values: the labels of which an object must have one. Where
   * there are none, an object without labels may be selected.
   */
  public List<List<Label>> needed() {
    return requirements.stream()
        .filter(requirement -> requirement.operator() == LabelRequirement.Operator.IN)
        .map(
            requirement ->
                requirement.values().stream()
                    .map(value -> new Label(new Value.Text(requirement.key()), value))
                    .distinct()
                    .toList())
        .toList();
  }
}

package dev.taffrail.runtime.builtin;

import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;

/** Whether labels meet a label selector. */
public final class LabelSelection {
  private LabelSelection() {}

  /**
   * Whether the labels meet all requirements.
   *
   * @throws dev.taffrail.value.EvaluationError if the selector is malformed
   */
  public static boolean selects(ObjectValue selector, MapValue labels, FieldReader reader) {
    return LabelQuery.of(selector, reader).selects(labels);
  }
}

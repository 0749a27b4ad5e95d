package dev.taffrail.runtime.read;

import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;

/** Computes the value of one unset field from the record it belongs to. */
@FunctionalInterface
interface DefaultRule {
  Value compute(ObjectValue holder, FieldReader reader);
}

package dev.taffrail.runtime.interpret;

import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import java.util.Optional;

/**
 * What a policy is run on.
 *
 * @param target the object or view
 * @param old the same before the update or deletion that is asked for
 * @param request the admission request, or absent
 * @param unreadable why the target cannot be judged, so that it must not pass
 */
public record Judged(
    ObjectValue target, Optional<ObjectValue> old, Value request, Optional<String> unreadable) {

  public Judged(ObjectValue target, Optional<ObjectValue> old, Value request) {
    this(target, old, request, Optional.empty());
  }
}

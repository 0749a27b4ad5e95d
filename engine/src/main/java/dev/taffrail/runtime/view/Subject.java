package dev.taffrail.runtime.view;

import dev.taffrail.value.ObjectValue;
import java.util.Optional;

/**
 * What of an object a policy judges.
 *
 * @param unreadable why it cannot be judged, so that it must not pass
 */
public record Subject(ObjectValue value, Optional<String> unreadable) {
  public static Subject of(ObjectValue value) {
    return new Subject(value, Optional.empty());
  }
}

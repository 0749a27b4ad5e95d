package dev.taffrail.runtime.interpret;

import dev.taffrail.value.Place;
import java.util.Optional;

/**
 * Something that was demanded with {@code !} is not set: the check is a violation.
 *
 * <p>Thrown without a stack trace, since it is an outcome and no bug.
 */
final class Missing extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Optional<Place> place;
  private final String what;

  /**
   * @param what the expression as written, for places outside of objects
   */
  Missing(Optional<Place> place, String what) {
    super(what, null, false, false);
    this.place = place;
    this.what = what;
  }

  /** The expression. */
  @Override
  public String getMessage() {
    return what;
  }

  Optional<Place> place() {
    return place;
  }
}

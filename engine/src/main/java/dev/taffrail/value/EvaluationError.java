package dev.taffrail.value;

import java.util.Optional;

/**
 * An expression has no value for a reason that must not count as true or false: the check gets the
 * outcome error.
 *
 * <p>Thrown without a stack trace, since it is an outcome and no bug.
 */
public final class EvaluationError extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient ErrorCode code;
  private final String message;
  private final transient Optional<Place> place;

  public EvaluationError(ErrorCode code, String message, Optional<Place> place) {
    super(message, null, false, false);
    this.code = code;
    this.message = message;
    this.place = place;
  }

  public EvaluationError(ErrorCode code, String message) {
    this(code, message, Optional.empty());
  }

  /** There is always one. */
  @Override
  public String getMessage() {
    return message;
  }

  public ErrorCode code() {
    return code;
  }

  /** Where in an object the reason stands, if it stands in one. */
  public Optional<Place> place() {
    return place;
  }

  /** This error with a place, if it has none yet. */
  public EvaluationError at(Place where) {
    return place.isPresent() ? this : new EvaluationError(code, getMessage(), Optional.of(where));
  }
}

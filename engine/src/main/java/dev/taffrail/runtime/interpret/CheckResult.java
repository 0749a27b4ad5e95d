package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.Place;
import java.util.List;
import java.util.Optional;

/**
 * A check instance that did not pass.
 *
 * @param check the check in the policy
 * @param error why it has no verdict; empty for a violation
 * @param message one sentence
 * @param place where in the object
 * @param expected what was found and what is wanted, or empty
 * @param related further places that decided it
 */
public record CheckResult(
    IrStatement.Check check,
    Optional<ErrorCode> error,
    String message,
    Place place,
    String expected,
    List<Place> related) {
  /** What is expected where something is missing; it says nothing of a value. */
  public static final String MUST_BE_SET = "must be set";

  public CheckResult {
    related = List.copyOf(related);
  }

  /** A verdict on one rule and one object or view. */
  public record RuleResult(
      boolean applies, Optional<Failure> selectionFailure, List<CheckResult> failed) {
    public RuleResult {
      failed = List.copyOf(failed);
    }
  }

  /** The target or a {@code when} could not be evaluated. */
  public record Failure(ErrorCode code, String message, Place place) {}
}

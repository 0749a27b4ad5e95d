package dev.taffrail.finding;

import java.util.Locale;

/**
 * What a rule says about an object; error never counts as pass, and a waived violation stays one
 * that is shown.
 */
public enum Outcome {
  PASS,
  VIOLATION,
  ERROR,
  /** A violation that a waiver covers. */
  WAIVED,
  /** The rule does not apply: another kind, operation, or a {@code when} that is false. */
  NOT_APPLICABLE;

  /** The word in reports. */
  public String word() {
    return this == NOT_APPLICABLE ? "notApplicable" : name().toLowerCase(Locale.ROOT);
  }
}

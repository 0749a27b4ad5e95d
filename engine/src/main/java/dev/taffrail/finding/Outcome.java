package dev.taffrail.finding;

import java.util.Locale;

/** What a rule says about an object; there is no fourth answer, and error never counts as pass. */
public enum Outcome {
  PASS,
  VIOLATION,
  ERROR,
  /** The rule does not apply: another kind, operation, or a {@code when} that is false. */
  NOT_APPLICABLE;

  /** The word in reports. */
  public String word() {
    return this == NOT_APPLICABLE ? "notApplicable" : name().toLowerCase(Locale.ROOT);
  }
}

package dev.taffrail;

import dev.taffrail.finding.Decision;
import dev.taffrail.finding.Finding;
import java.util.List;

/**
 * What the policies of a set say about one object.
 *
 * @param findings violations, waived ones among them, and errors, in report order
 * @param passed rules that passed
 * @param notApplicable rules that do not apply
 */
public record Evaluation(List<Finding> findings, int passed, int notApplicable) {
  public Evaluation {
    findings = List.copyOf(findings);
  }

  /** Whether the object may go ahead. */
  public Decision decision() {
    return Decision.of(findings);
  }
}

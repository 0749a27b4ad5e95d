package dev.taffrail;

import dev.taffrail.finding.Decision;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import java.util.List;

/**
 * What the policies of a set say about one object.
 *
 * @param findings violations, waived ones among them, and errors, in report order
 * @param passed rules that passed
 * @param notApplicable rules that do not apply
 * @param evidence what external functions answered
 */
public record Evaluation(List<Finding> findings, int passed, int notApplicable, Evidence evidence) {
  public Evaluation {
    findings = List.copyOf(findings);
  }

  /** Whether the object may go ahead. */
  public Decision decision() {
    return Decision.of(findings);
  }
}

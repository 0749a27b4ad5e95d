package dev.taffrail;

import dev.taffrail.finding.Finding;
import java.util.List;

/**
 * What the policies of a set say about one object.
 *
 * @param findings violations and errors, in report order
 * @param passed rules that passed
 * @param notApplicable rules that do not apply
 */
public record Evaluation(List<Finding> findings, int passed, int notApplicable) {
  public Evaluation {
    findings = List.copyOf(findings);
  }
}

package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import java.util.List;

/**
 * What came of one case.
 *
 * @param reason why the two disagree; else empty
 * @param findings ours, as far as they matter
 */
record Comparison(Case expected, Result result, String reason, List<Finding> findings) {
  Comparison {
    findings = List.copyOf(findings);
  }

  enum Result {
    AGREE,
    DISAGREE,
    /** No policy of ours corresponds to the check, or the case expects no verdict. */
    NO_MAPPING
  }
}

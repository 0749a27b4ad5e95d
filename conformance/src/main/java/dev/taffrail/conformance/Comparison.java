package dev.taffrail.conformance;

import dev.taffrail.finding.Finding;
import java.util.List;

/**
 * What came of one case.
 *
 * @param reason why the two disagree or are not compared; else empty
 * @param findings ours, as far as they matter
 */
record Comparison(Case expected, Result result, String reason, List<Finding> findings) {
  Comparison {
    findings = List.copyOf(findings);
  }

  static Comparison without(Case expected, Result result, String reason) {
    return new Comparison(expected, result, reason, List.of());
  }

  enum Result {
    AGREE("agrees"),
    DISAGREE("disagrees"),
    /** The catalogue has a control for the check, which is not written. */
    NOT_YET("control not yet"),
    /** The mapping says why it has no policy of ours. */
    EXCLUDED("excluded"),
    /** The case expects a changed object, or is about a request to change one. */
    NO_VERDICT("no verdict"),
    NO_MAPPING("no mapping");

    private final String words;

    Result(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }
}

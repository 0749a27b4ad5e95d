package dev.taffrail.testing;

import dev.taffrail.finding.Finding;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/**
 * What came of one test.
 *
 * @param policy the id of the policy it is about
 * @param span the test in the text
 * @param expectations in the order written; empty if the test could not run
 * @param findings what the policy found
 * @param impossible why the test could not run
 */
public record TestResult(
    String name,
    String policy,
    Span span,
    List<ExpectedOutcome> expectations,
    List<Finding> findings,
    Optional<String> impossible) {
  public TestResult {
    expectations = List.copyOf(expectations);
    findings = List.copyOf(findings);
  }

  /** How a test can end. */
  public enum Verdict {
    PASSED("passed"),
    FAILED("failed"),
    NOT_RUN("not run");

    private final String words;

    Verdict(String words) {
      this.words = words;
    }

    public String words() {
      return words;
    }
  }

  public Verdict verdict() {
    if (impossible.isPresent()) {
      return Verdict.NOT_RUN;
    }
    return expectations.stream().allMatch(ExpectedOutcome::met) ? Verdict.PASSED : Verdict.FAILED;
  }
}

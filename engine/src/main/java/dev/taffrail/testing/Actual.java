package dev.taffrail.testing;

import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.report.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What came out of judging the objects of a test, as far as its policy is concerned.
 *
 * @param passed rules that passed
 * @param notJudged why the policy was left out; for a test that is an error
 */
record Actual(List<Finding> findings, int passed, Optional<String> notJudged) {
  Actual {
    findings = List.copyOf(findings);
  }

  static Actual of(Report report, String policy) {
    return new Actual(
        report.findings().stream().filter(f -> f.policy().equals(policy)).toList(),
        report.summary().pass(),
        report.notJudged().stream().findFirst().map(left -> left.message()));
  }

  List<Finding> of(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).toList();
  }

  int count(Outcome outcome) {
    return of(outcome).size();
  }

  boolean hasError() {
    return count(Outcome.ERROR) > 0 || notJudged.isPresent();
  }

  /** {@code pass}, {@code skip}, {@code violation} or {@code error}. */
  String outcome() {
    if (hasError()) {
      return "error";
    }
    if (count(Outcome.VIOLATION) > 0) {
      return "violation";
    }
    return passed > 0 ? "pass" : "skip";
  }

  /** Empty if the outcome is the one that is wanted, else what it is instead. */
  Optional<String> unless(String wanted) {
    return outcome().equals(wanted) ? Optional.empty() : Optional.of(words());
  }

  /** {@code 2 violations and an error}. */
  String words() {
    if (notJudged.isPresent()) {
      return "an error: " + notJudged.get();
    }
    int errors = count(Outcome.ERROR);
    int violations = count(Outcome.VIOLATION);
    var parts = new ArrayList<String>();
    if (violations > 0) {
      parts.add(violations == 1 ? "a violation" : violations + " violations");
    }
    if (errors > 0) {
      parts.add(errors == 1 ? "an error" : errors + " errors");
    }
    if (parts.isEmpty()) {
      return passed > 0 ? "pass" : "skip: the policy does not apply";
    }
    return String.join(" and ", parts);
  }
}

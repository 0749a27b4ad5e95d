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
 */
record Actual(List<Finding> findings, int passed) {
  Actual {
    findings = List.copyOf(findings);
  }

  static Actual of(Report report, String policy) {
    return new Actual(
        report.findings().stream().filter(f -> f.policy().equals(policy)).toList(),
        report.summary().pass());
  }

  List<Finding> of(Outcome outcome) {
    return findings.stream().filter(f -> f.outcome() == outcome).toList();
  }

  int count(Outcome outcome) {
    return of(outcome).size();
  }

  /** {@code pass}, {@code skip}, {@code violation} or {@code error}. */
  String outcome() {
    if (count(Outcome.ERROR) > 0) {
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

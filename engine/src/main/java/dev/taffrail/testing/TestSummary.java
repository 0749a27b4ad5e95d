package dev.taffrail.testing;

import dev.taffrail.testing.TestResult.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Counts of a run. */
public record TestSummary(int tests, int policies, int passed, int failed, int notRun) {

  public static TestSummary of(List<TestResult> results) {
    return new TestSummary(
        results.size(),
        (int) results.stream().map(TestResult::policy).distinct().count(),
        count(results, Verdict.PASSED),
        count(results, Verdict.FAILED),
        count(results, Verdict.NOT_RUN));
  }

  private static int count(List<TestResult> results, Verdict verdict) {
    return (int) results.stream().filter(r -> r.verdict() == verdict).count();
  }

  /** {@code 3 tests of 2 policies: 2 passed, 1 failed}. */
  String line() {
    var parts = new ArrayList<String>();
    parts.add(passed + " passed");
    if (failed > 0) {
      parts.add(failed + " failed");
    }
    if (notRun > 0) {
      parts.add(notRun + " not run");
    }
    return "%s of %s: %s"
        .formatted(
            number(tests, "test", "tests"),
            number(policies, "policy", "policies"),
            String.join(", ", parts));
  }

  static String number(int count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}

package dev.taffrail.testing;

import dev.taffrail.finding.Finding;
import dev.taffrail.source.Position;
import dev.taffrail.source.Span;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Results of tests for people: what failed, with what came out instead, and the counts. */
public final class TestTextReport {
  private static final int MOST_FINDINGS = 10;

  private final boolean every;

  /**
   * @param every tests that passed are named too
   */
  public TestTextReport(boolean every) {
    this.every = every;
  }

  public void write(List<TestResult> results, Writer out) throws IOException {
    for (TestResult result : results) {
      switch (result.verdict()) {
        case PASSED -> {
          if (every) {
            out.write(heading(result) + "\n");
          }
        }
        case FAILED -> out.write(heading(result) + "\n" + failure(result) + "\n");
        case NOT_RUN -> out.write(heading(result) + "\n  " + reason(result) + "\n\n");
      }
    }
    out.write(TestSummary.of(results).line() + "\n");
    out.flush();
  }

  private static String heading(TestResult result) {
    return "%s  %s  %s  \"%s\""
        .formatted(place(result.span()), result.verdict().words(), result.policy(), result.name());
  }

  private static String reason(TestResult result) {
    return "could not run: " + result.impossible().orElse("");
  }

  /** Also the text of a failure in JUnit's report. */
  static String failure(TestResult result) {
    var text = new StringBuilder();
    for (ExpectedOutcome outcome : result.expectations()) {
      if (!outcome.met()) {
        text.append("  expected  ").append(outcome.words()).append('\n');
        text.append("  but got   ").append(outcome.problem().orElse("")).append('\n');
        text.append("  at        ").append(place(outcome.span())).append('\n');
      }
    }
    List<Finding> findings = result.findings();
    if (!findings.isEmpty()) {
      text.append("  found:\n");
      findings.stream().limit(MOST_FINDINGS).forEach(f -> text.append(finding(f)));
      if (findings.size() > MOST_FINDINGS) {
        text.append("    and %d more\n".formatted(findings.size() - MOST_FINDINGS));
      }
    }
    return text.toString();
  }

  private static String finding(Finding finding) {
    String rule = finding.rule().map(r -> " of rule `" + r + "`").orElse("");
    String object = finding.object().map(o -> o.title()).orElse("");
    String path = finding.path().isEmpty() ? "" : " at `" + finding.path() + "`";
    return "    %s%s in %s%s: %s\n      %s\n"
        .formatted(
            finding.outcome().word(), rule, object, path, finding.message(), place(finding.span()));
  }

  private static String place(Span span) {
    Position start = span.startPosition();
    return span.source().name() + ":" + start.line() + ":" + start.column();
  }
}

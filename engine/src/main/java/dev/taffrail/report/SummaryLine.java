package dev.taffrail.report;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.Severity;
import dev.taffrail.finding.UnknownReferences;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/** The counts of a run as one sentence. */
final class SummaryLine {
  private SummaryLine() {}

  /**
   * For instance {@code 14 objects, 20 policies: 9 violations (1 critical, 8 high), 0 errors; 3
   * documents skipped}.
   */
  static String of(Report report) {
    Summary summary = report.summary();
    var out = new StringBuilder();
    out.append(count(summary.objects(), "object", "objects")).append(", ");
    out.append(count(summary.policies(), "policy", "policies")).append(": ");
    out.append(count(summary.violations(), "violation", "violations"));
    out.append(bySeverity(report.findings())).append(milder(report.findings())).append(", ");
    out.append(count(summary.errors(), "error", "errors"));
    if (summary.waived() > 0) {
      out.append(", ").append(summary.waived()).append(" waived");
    }
    var leftOut = new ArrayList<String>();
    if (summary.off() > 0) {
      leftOut.add(summary.off() + " off");
    }
    if (summary.notJudged() > 0) {
      leftOut.add(
          count(summary.notJudged(), "policy", "policies") + " not judged for want of data");
    }
    if (summary.skipped() > 0) {
      leftOut.add(count(summary.skipped(), "document", "documents") + " skipped");
    }
    int unknown = report.unknownReferences().stream().mapToInt(UnknownReferences::objects).sum();
    if (unknown > 0) {
      leftOut.add("references of " + count(unknown, "object", "objects") + " not known");
    }
    return out.append(leftOut.isEmpty() ? "" : "; ").append(String.join(", ", leftOut)).toString();
  }

  /** How many of the violations are enforced as less than deny. */
  private static String milder(List<Finding> findings) {
    var words = new ArrayList<String>();
    for (Enforcement level : List.of(Enforcement.WARN, Enforcement.AUDIT)) {
      long count =
          findings.stream()
              .filter(f -> f.outcome() == Outcome.VIOLATION && f.enforcement() == level)
              .count();
      if (count > 0) {
        words.add("%d only %s".formatted(count, level.word()));
      }
    }
    return words.isEmpty() ? "" : ", " + String.join(", ", words);
  }

  private static String bySeverity(List<Finding> findings) {
    var counts = new EnumMap<Severity, Integer>(Severity.class);
    for (Finding finding : findings) {
      if (finding.outcome() == Outcome.VIOLATION) {
        counts.merge(finding.severity(), 1, Integer::sum);
      }
    }
    var words = new ArrayList<String>();
    counts.forEach((severity, count) -> words.addFirst(count + " " + severity.word()));
    return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
  }

  private static String count(int number, String one, String many) {
    return number + " " + (number == 1 ? one : many);
  }
}

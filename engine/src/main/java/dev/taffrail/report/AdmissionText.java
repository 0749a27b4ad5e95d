package dev.taffrail.report;

import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.source.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Findings as kubectl shows them: one line each, the worst first, and never too many. */
final class AdmissionText {
  /** Room for the line that says how many are left out. */
  private static final int REST = 40;

  private static final int LINE = 400;

  private AdmissionText() {}

  /** Violations and errors that are enforced like that, the worst first, else in their order. */
  static List<Finding> having(Collection<Finding> findings, Enforcement level) {
    return findings.stream()
        .filter(f -> f.outcome() == Outcome.VIOLATION || f.outcome() == Outcome.ERROR)
        .filter(f -> f.enforcement() == level)
        .sorted(Comparator.comparing(Finding::severity).reversed())
        .toList();
  }

  /** Why a request is refused, several lines. */
  static String message(Report report, int most) {
    var denying = having(report.findings(), Enforcement.DENY);
    var reasons = new ArrayList<String>();
    denying.forEach(finding -> reasons.add(line(finding, true)));
    report.notJudged().forEach(policy -> reasons.add("not judged: " + policy.message()));
    if (reasons.isEmpty()) {
      return "this AdmissionReview does not ask about exactly one object, so nothing was judged";
    }
    var what = report.findings().stream().flatMap(f -> f.object().stream()).findFirst();
    int count = reasons.size();
    var head =
        "%d %s%s"
            .formatted(
                count,
                count == 1 ? "finding" : "findings",
                what.map(object -> " in " + object.title()).orElse(""));
    var lines = new ArrayList<String>();
    lines.add(Printable.shortened(Printable.line(head), LINE));
    int room = most - lines.getFirst().length() - REST;
    for (String reason : reasons) {
      var line = Printable.shortened("- " + reason, LINE);
      room -= line.length() + 1;
      if (room < 0) {
        lines.add("- and %d more".formatted(count + 1 - lines.size()));
        break;
      }
      lines.add(line);
    }
    return String.join("\n", lines);
  }

  /** One warning for each finding, as many as there is room for. */
  static List<String> warnings(List<Finding> warning, int most, int together) {
    var lines = new ArrayList<String>();
    int room = together - REST;
    for (Finding finding : warning) {
      var line = Printable.shortened(line(finding, false), most);
      room -= line.length();
      if (room < 0) {
        lines.add("and %d more".formatted(warning.size() - lines.size()));
        break;
      }
      lines.add(line);
    }
    return lines;
  }

  private static String line(Finding finding, boolean advice) {
    var line = new StringBuilder(finding.shortName());
    line.append(
        finding.outcome() == Outcome.ERROR ? " (error)" : " (" + finding.severity().word() + ")");
    if (!finding.path().isEmpty()) {
      line.append(" at ").append(finding.path());
    }
    line.append(": ").append(finding.message().strip());
    if (advice && !finding.remediation().isBlank()) {
      line.append("; ").append(finding.remediation().strip());
    }
    return Printable.line(line.toString());
  }
}

package dev.taffrail.cli;

import dev.taffrail.PolicySet;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Framework;
import dev.taffrail.report.Compliance;
import dev.taffrail.report.Report;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.stdlib.StandardLibrary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The frameworks that a report is summed up for.
 *
 * @param frameworks in the order given
 */
record SummaryChoice(List<Framework> frameworks) {
  private static final List<ReportFormat> FORMATS = List.of(ReportFormat.TEXT, ReportFormat.JSON);

  SummaryChoice {
    frameworks = List.copyOf(frameworks);
  }

  static SummaryChoice of(Optional<String> given, ReportFormat format) throws UsageMistake {
    var frameworks = new ArrayList<Framework>();
    for (String word : given.map(words -> List.of(words.split(",", -1))).orElse(List.of())) {
      String name =
          Choices.word("there is no framework", word.strip(), "frameworks", Framework.names());
      Framework.find(name).filter(f -> !frameworks.contains(f)).ifPresent(frameworks::add);
    }
    if (!frameworks.isEmpty() && !FORMATS.contains(format)) {
      throw new UsageMistake(
          "a report in the format `" + format.word() + "` has no place for a summary",
          "leave out --summary, or take --format text or json");
    }
    return new SummaryChoice(frameworks);
  }

  /** What is judged if nobody names policies: those of the frameworks, or else the usual ones. */
  List<String> policies(String usual) {
    return frameworks.isEmpty()
        ? List.of(usual)
        : frameworks.stream().map(StandardLibrary::profileOf).distinct().toList();
  }

  /** The report with the summaries. */
  Report with(Report report, PolicySet policies) {
    if (frameworks.isEmpty()) {
      return report;
    }
    var controls = new TreeMap<String, List<Control>>();
    policies.policies().forEach(policy -> controls.put(policy.id(), policy.controls()));
    return report.summedUpAs(
        frameworks.stream()
            .map(f -> Compliance.of(f.name(), f.title(), f.controls(), controls, report))
            .toList());
  }
}

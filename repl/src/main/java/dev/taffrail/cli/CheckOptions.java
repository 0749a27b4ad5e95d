package dev.taffrail.cli;

import dev.taffrail.cli.line.Given;
import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.OutputStream;
import java.util.Optional;

/** What the user asks of {@code taffrail check}. */
record CheckOptions(
    JudgingOptions judging,
    ReportFormat format,
    SummaryChoice summary,
    Optional<String> output,
    Severity failOn,
    boolean quiet,
    boolean verbose,
    boolean noColor) {
  static CheckOptions of(Given arguments) throws UsageMistake {
    var format = Choices.format(arguments.value("--format").orElse(ReportFormat.TEXT.word()));
    var summary = SummaryChoice.of(arguments.value("--summary"), format);
    return new CheckOptions(
        JudgingOptions.of(arguments, summary.policies(StandardLibrary.DEFAULT_PROFILE)),
        format,
        summary,
        arguments.value("--output"),
        Choices.severity(arguments.value("--fail-on").orElse(Severity.INFO.word())),
        arguments.has("--quiet"),
        arguments.has("--verbose"),
        arguments.has("--no-color"));
  }

  /** Where the report goes. */
  ReportOutput reportOutput(OutputStream standardOutput) throws UsageMistake {
    return ReportOutput.of(output, standardOutput);
  }

  /** How a report of text looks. */
  TextOptions textOptions(boolean colour) {
    return new TextOptions(colour && output.isEmpty(), verbose, !quiet);
  }
}

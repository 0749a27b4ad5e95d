package dev.taffrail.cli;

import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What the user asks of {@code taffrail check}. */
record CheckOptions(
    JudgingOptions judging,
    ReportFormat format,
    Optional<String> output,
    Severity failOn,
    boolean quiet,
    boolean verbose,
    boolean noColor) {
  static CheckOptions of(ParseResult arguments) throws UsageMistake {
    return new CheckOptions(
        JudgingOptions.of(arguments, List.of(StandardLibrary.DEFAULT_PROFILE)),
        Choices.format(arguments.matchedOptionValue("--format", ReportFormat.TEXT.word())),
        Optional.ofNullable(arguments.matchedOptionValue("--output", null)),
        Choices.severity(arguments.matchedOptionValue("--fail-on", Severity.INFO.word())),
        arguments.hasMatchedOption("--quiet"),
        arguments.hasMatchedOption("--verbose"),
        arguments.hasMatchedOption("--no-color"));
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

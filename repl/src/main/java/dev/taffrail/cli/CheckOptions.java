package dev.taffrail.cli;

import dev.taffrail.finding.Severity;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the user asks of {@code taffrail check}.
 *
 * @param paths what to judge
 * @param policies names of policies
 * @param kubernetes the version whose schema is used, or the newest
 * @param schemas files and folders with definitions of custom resources
 * @param parameters {@code NAME=VALUE}
 * @param parameterFiles files of parameters
 * @param inventory what policies may look up
 * @param governance files and folders of waivers and enforcement
 * @param date the moment of the run, for waivers and {@code asOf}; now, unless evidence says when
 * @param evidence a file of recorded answers of external functions
 */
record CheckOptions(
    List<String> paths,
    List<String> policies,
    Optional<String> kubernetes,
    List<String> schemas,
    List<String> parameters,
    List<String> parameterFiles,
    InventoryOptions inventory,
    List<String> governance,
    Optional<Instant> date,
    Optional<String> evidence,
    ReportFormat format,
    Optional<String> output,
    Severity failOn,
    boolean quiet,
    boolean verbose,
    boolean noColor) {
  static final String DEFAULT_POLICIES = "pss.restricted";

  static CheckOptions of(ParseResult arguments) throws UsageMistake {
    List<String> none = List.of();
    return new CheckOptions(
        List.copyOf(arguments.matchedPositionalValue(0, none)),
        List.copyOf(arguments.matchedOptionValue("--policies", List.of(DEFAULT_POLICIES))),
        Optional.ofNullable(arguments.matchedOptionValue("--kubernetes", null)),
        List.copyOf(arguments.matchedOptionValue("--schemas", none)),
        List.copyOf(arguments.matchedOptionValue("--param", none)),
        List.copyOf(arguments.matchedOptionValue("--params", none)),
        InventoryOptions.of(arguments, arguments.matchedPositionalValue(0, none)),
        GovernanceChoice.names(arguments),
        Choices.date(Optional.ofNullable(arguments.matchedOptionValue("--date", null))),
        Optional.ofNullable(arguments.matchedOptionValue("--evidence", null)),
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

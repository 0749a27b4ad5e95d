package dev.taffrail.cli;

import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** What the user asks of {@code taffrail test}. */
record TestOptions(
    List<String> paths,
    List<String> filters,
    Optional<String> kubernetes,
    String format,
    Optional<String> output,
    boolean verbose,
    boolean quiet,
    boolean noColor) {

  static TestOptions of(ParseResult arguments) throws UsageMistake {
    List<String> none = List.of();
    List<String> paths = arguments.matchedPositionalValue(0, none);
    if (paths.isEmpty()) {
      throw new UsageMistake("which policies?", "for instance: taffrail test policies/");
    }
    return new TestOptions(
        List.copyOf(paths),
        List.copyOf(arguments.matchedOptionValue("--filter", none)),
        Optional.ofNullable(arguments.matchedOptionValue("--kubernetes", null)),
        Choices.word(
            "there is no format",
            arguments.matchedOptionValue("--format", "text"),
            "formats",
            TestUsage.FORMATS),
        Optional.ofNullable(arguments.matchedOptionValue("--output", null)),
        arguments.hasMatchedOption("--verbose"),
        arguments.hasMatchedOption("--quiet"),
        arguments.hasMatchedOption("--no-color"));
  }

  /** Where the results go. */
  ReportOutput resultOutput(OutputStream standardOutput) throws UsageMistake {
    return output.isPresent()
        ? ReportOutput.file(output.get())
        : new ReportOutput.Stream(standardOutput);
  }
}

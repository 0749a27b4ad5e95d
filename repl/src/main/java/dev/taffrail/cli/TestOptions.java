package dev.taffrail.cli;

import dev.taffrail.cli.line.Given;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/** What the user asks of {@code taffrail test}. */
record TestOptions(
    List<String> paths,
    List<String> filters,
    String format,
    Optional<String> output,
    boolean coverage,
    String coverageFormat,
    Optional<String> coverageOutput,
    boolean mutate,
    boolean verbose,
    boolean quiet,
    boolean noColor) {

  static TestOptions of(Given arguments) throws UsageMistake {
    List<String> paths = Options.paths(arguments, Verb.TEST);
    Optional<String> coverageFormat = arguments.value("--coverage-format");
    Optional<String> coverageOutput = arguments.value("--coverage-output");
    return new TestOptions(
        paths,
        arguments.values("--filter"),
        Choices.word(
            "there is no format",
            arguments.value("--format").orElse("text"),
            "formats",
            TestUsage.FORMATS),
        arguments.value("--output"),
        arguments.has("--coverage") || coverageFormat.isPresent() || coverageOutput.isPresent(),
        Choices.word(
            "there is no format of coverage",
            coverageFormat.orElse("text"),
            "formats",
            TestUsage.COVERAGE_FORMATS),
        coverageOutput,
        arguments.has("--mutate"),
        arguments.has("--verbose"),
        arguments.has("--quiet"),
        arguments.has("--no-color"));
  }

  /**
   * Two machine formats in one stream, or one behind text, would be readable by nobody.
   *
   * @throws UsageMistake if coverage would be mixed with results
   */
  void checkStreams() throws UsageMistake {
    boolean mixed = coverage && coverageOutput.isEmpty() && output.isEmpty();
    if (mixed && !(format.equals("text") && coverageFormat.equals("text"))) {
      throw new UsageMistake(
          "results and coverage would be mixed on standard output",
          "write one of them to a file with --output or --coverage-output");
    }
  }

  /** Where coverage goes. */
  ReportOutput coverageOutput(OutputStream standardOutput) throws UsageMistake {
    return ReportOutput.of(coverageOutput, standardOutput);
  }

  /** Where the results go. */
  ReportOutput resultOutput(OutputStream standardOutput) throws UsageMistake {
    return ReportOutput.of(output, standardOutput);
  }
}

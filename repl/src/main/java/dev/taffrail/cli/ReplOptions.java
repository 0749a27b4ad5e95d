package dev.taffrail.cli;

import dev.taffrail.ParameterValue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/**
 * What the user asks of {@code taffrail repl}.
 *
 * @param paths policies and manifests, told apart by what they are
 * @param policies names of policies
 * @param inputs what is asked instead of reading a terminal or standard input
 * @param json answers for programs
 */
record ReplOptions(
    List<String> paths,
    List<String> policies,
    Optional<String> kubernetes,
    List<String> schemas,
    List<String> parameters,
    List<String> parameterFiles,
    InventoryOptions inventory,
    List<String> governance,
    Instant date,
    List<String> inputs,
    boolean json,
    boolean noColor) {

  static ReplOptions of(ParseResult arguments) throws UsageMistake {
    List<String> none = List.of();
    List<String> paths = List.copyOf(arguments.matchedPositionalValue(0, none));
    List<String> inputs = List.copyOf(arguments.matchedOptionValue("--eval", none));
    if (paths.contains("-") && inputs.isEmpty()) {
      throw new UsageMistake(
          "standard input cannot be both manifests and what is typed",
          "ask with --eval EXPRESSION, or write the manifests into a file");
    }
    return new ReplOptions(
        paths,
        List.copyOf(arguments.matchedOptionValue("--policies", none)),
        Optional.ofNullable(arguments.matchedOptionValue("--kubernetes", null)),
        List.copyOf(arguments.matchedOptionValue("--schemas", none)),
        List.copyOf(arguments.matchedOptionValue("--param", none)),
        List.copyOf(arguments.matchedOptionValue("--params", none)),
        InventoryOptions.of(arguments, paths),
        GovernanceChoice.names(arguments),
        Choices.date(Optional.ofNullable(arguments.matchedOptionValue("--date", null)))
            .orElseGet(Instant::now),
        inputs,
        arguments.hasMatchedOption("--json"),
        arguments.hasMatchedOption("--no-color"));
  }

  /** The values of parameters, the weakest first. */
  List<ParameterValue> values(Map<String, String> implied) throws UsageMistake {
    return ParameterChoice.of(parameters, parameterFiles, implied).values();
  }
}

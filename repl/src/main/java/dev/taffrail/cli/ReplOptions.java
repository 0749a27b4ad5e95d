package dev.taffrail.cli;

import dev.taffrail.cli.line.Given;
import java.util.ArrayList;
import java.util.List;

/**
 * What the user asks of {@code taffrail repl}.
 *
 * @param judging what is loaded; its paths are policies and manifests, told apart by what they are
 * @param inputs what is asked instead of reading a terminal or standard input
 * @param json answers for programs
 */
record ReplOptions(JudgingOptions judging, List<String> inputs, boolean json, boolean noColor) {
  ReplOptions {
    inputs = List.copyOf(inputs);
  }

  static ReplOptions of(Given arguments) throws UsageMistake {
    var judging = JudgingOptions.of(arguments, List.of());
    var paths = new ArrayList<String>(arguments.values("--objects"));
    paths.addAll(judging.paths());
    List<String> inputs = arguments.values("--eval");
    if (paths.contains("-") && inputs.isEmpty()) {
      throw new UsageMistake(
          "standard input cannot be both manifests and what is typed",
          "ask with --eval EXPRESSION, or write the manifests into a file");
    }
    return new ReplOptions(
        judging.withPaths(List.copyOf(paths)),
        inputs,
        arguments.has("--json"),
        arguments.has("--no-color"));
  }
}

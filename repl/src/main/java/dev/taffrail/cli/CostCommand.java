package dev.taffrail.cli;

import dev.taffrail.PolicyCost;
import dev.taffrail.PolicyListing;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.diagnostic.Diagnostic;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Says what policies cost at most. */
final class CostCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail cost [OPTIONS] PATH..."),
        "Prints how many steps policies take at most, and what they ask of the host.",
        List.of(Options.policies()),
        List.of(Options.kubernetes(), Options.schemas(), Options.noColor(), Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  the costs are printed",
            "  2  wrong usage, or a policy does not compile",
            "",
            "Examples:",
            "  taffrail cost policies/",
            "  taffrail cost std.pss"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = Options.paths(arguments, Verb.COST);
    var choice = PolicyChoice.of(paths).withoutTheRest();
    var engine = Choices.engine(arguments);
    PolicyListing<PolicyCost> costs = engine.costs(choice.files(), choice.modules());
    List<Diagnostic> errors = Diagnostics.errors(costs.diagnostics());
    if (!errors.isEmpty()) {
      Diagnostics.show(errors, surroundings.colour(arguments.has("--no-color")), surroundings);
      return ExitStatus.NOTHING_JUDGED;
    }
    surroundings.print(
        costs.policies().stream().map(CostCommand::print).collect(Collectors.joining()));
    return ExitStatus.CLEAN;
  }

  private static String print(PolicyCost cost) {
    String asks = cost.asks().map(words -> "  " + words + "\n").orElse("");
    return "%s  %s\n  %s\n".formatted(cost.policy(), depth(cost.depths()), cost.formula()) + asks;
  }

  private static String depth(Map<String, Integer> depths) {
    return depths.entrySet().stream()
        .filter(depth -> depth.getValue() > 0)
        .map(depth -> depth.getKey() + " " + depth.getValue())
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "), all -> all.isEmpty() ? "no loops" : "depth: " + all));
  }
}

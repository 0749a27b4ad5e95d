package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.repl.PolicyText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints the page about a policy of the standard library. */
final class ShowCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail show").addOption(Options.help());
    spec.addPositional(
        Options.word("POLICY")
            .description("The id of a policy, with or without its module, or its name in the file.")
            .build());
    Usage.laidOut(spec)
        .customSynopsis("taffrail show POLICY")
        .description("Prints what a policy of the standard library wants, why, and how to mend it.")
        .footer(
            "",
            "Exit status:",
            "  0  the page is printed",
            "  2  wrong usage, or there is no such policy",
            "",
            "Examples:",
            "  taffrail show run-as-non-root",
            "  taffrail show std.pss/no-host-ports");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    String name = arguments.matchedPositionalValue(0, "");
    if (name.isEmpty()) {
      throw new UsageMistake("which policy?", "for instance: taffrail show run-as-non-root");
    }
    List<PolicyInfo> all = LibraryPolicies.read().all();
    List<PolicyInfo> found = all.stream().filter(policy -> isCalled(policy, name)).toList();
    if (found.isEmpty()) {
      throw unknown(name, all);
    }
    surroundings.print(found.stream().map(PolicyText::page).collect(Collectors.joining("\n")));
    return ExitStatus.CLEAN;
  }

  private static boolean isCalled(PolicyInfo policy, String name) {
    return policy.id().equals(name)
        || policy.shortName().equals(name)
        || policy.span().text().equals(name);
  }

  private static UsageMistake unknown(String name, List<PolicyInfo> all) {
    var known = new ArrayList<String>();
    all.forEach(policy -> known.add(policy.shortName()));
    all.forEach(policy -> known.add(policy.id()));
    all.forEach(policy -> known.add(policy.span().text()));
    return new UsageMistake(
        "there is no policy `" + name + "` in the standard library",
        Spelling.nearest(name, known)
            .map(meant -> "did you mean `" + meant + "`?")
            .orElse("`taffrail policies` lists them"));
  }
}

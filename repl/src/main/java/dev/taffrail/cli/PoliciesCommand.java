package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists policies of the standard library. */
final class PoliciesCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail policies");
    spec.addOption(
        Options.single("--profile", "PROFILE")
            .description("Only those of a profile; `taffrail profiles` lists them. Default: all.")
            .build());
    spec.addOption(
        Options.single("--search", "WORD")
            .description("Only those whose id, title or tag has the word; case does not matter.")
            .build());
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail policies [OPTIONS]")
        .description("Lists the policies of the standard library: id, severity, title.")
        .footer(
            "",
            "Exit status:",
            "  0  the policies are listed",
            "  1  there is none like that",
            "  2  wrong usage",
            "",
            "Examples:",
            "  taffrail policies --profile recommended",
            "  taffrail policies --search token");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    Profile profile = profile(arguments.matchedOptionValue("--profile", "all"));
    String word = arguments.matchedOptionValue("--search", "");
    List<PolicyInfo> found =
        LibraryPolicies.of(profile.selection()).stream().filter(p -> isAbout(p, word)).toList();
    if (found.isEmpty()) {
      surroundings.complain(
          "no policy of the profile `%s` has `%s` in its id, title or tags"
              .formatted(profile.name(), word),
          List.of());
      return ExitStatus.VIOLATIONS;
    }
    int width = found.stream().mapToInt(policy -> policy.id().length()).max().orElse(0);
    var text = new StringBuilder();
    for (PolicyInfo policy : found) {
      text.append(policy.id())
          .append(" ".repeat(width - policy.id().length()))
          .append("  %-8s  %s\n".formatted(policy.severity().word(), policy.title()));
    }
    surroundings.print(text.toString());
    return ExitStatus.CLEAN;
  }

  private static Profile profile(String name) throws UsageMistake {
    List<Profile> all = StandardLibrary.profiles();
    Choices.word("there is no profile", name, "profiles", all.stream().map(Profile::name).toList());
    return all.stream().filter(profile -> profile.name().equals(name)).findFirst().orElseThrow();
  }

  private static boolean isAbout(PolicyInfo policy, String word) {
    String all = policy.id() + "\n" + policy.title() + "\n" + String.join("\n", policy.tags());
    return all.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
  }
}

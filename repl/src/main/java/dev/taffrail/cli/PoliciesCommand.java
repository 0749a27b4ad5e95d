package dev.taffrail.cli;

import dev.taffrail.PolicyInfo;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Lists policies of the standard library. */
final class PoliciesCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail policies [OPTIONS]"),
        "Lists the policies of the standard library: id, severity, title.",
        List.of(),
        List.of(
            OptionSpec.single(
                "--profile",
                "PROFILE",
                "Only those of a profile; `taffrail profiles` lists them. Default: all."),
            OptionSpec.single(
                "--search",
                "WORD",
                "Only those whose id, title or tag has the word; case does not matter."),
            Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  the policies are listed",
            "  1  there is none like that",
            "  2  wrong usage",
            "",
            "Examples:",
            "  taffrail policies --profile recommended",
            "  taffrail policies --search token"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    Profile profile = profile(arguments.value("--profile").orElse("all"));
    String word = arguments.value("--search").orElse("");
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

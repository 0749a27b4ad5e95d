package dev.taffrail.cli;

import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Lists the profiles of the standard library. */
final class ProfilesCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail profiles").addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail profiles")
        .description(
            "Lists the profiles of the standard library: name, number of policies, what for.")
        .footer("", "Example:", "  taffrail profiles");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var profiles = StandardLibrary.profiles();
    int width = profiles.stream().mapToInt(profile -> profile.name().length()).max().orElse(0);
    var text = new StringBuilder();
    for (Profile profile : profiles) {
      text.append(profile.name())
          .append(" ".repeat(width - profile.name().length()))
          .append("%5d  %s\n".formatted(size(profile), profile.description()));
    }
    surroundings.print(text.toString());
    return ExitStatus.CLEAN;
  }

  private static int size(Profile profile) {
    var selection = profile.selection();
    return (int) LibraryPolicies.ids().stream().filter(selection::has).count();
  }
}

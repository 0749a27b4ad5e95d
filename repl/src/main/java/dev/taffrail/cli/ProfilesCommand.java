package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.stdlib.Profile;
import dev.taffrail.stdlib.StandardLibrary;
import java.io.IOException;
import java.util.List;

/** Lists the profiles of the standard library. */
final class ProfilesCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail profiles"),
        "Lists the profiles of the standard library: name, number of policies, what for.",
        List.of(),
        List.of(Options.help()),
        List.of("", "Example:", "  taffrail profiles"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
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

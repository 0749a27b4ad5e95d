package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import java.io.IOException;
import java.util.List;

/** Says which Taffrail this is. */
final class VersionCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail version"),
        "Prints the version of Taffrail and the Kubernetes versions it knows.",
        List.of(),
        List.of(Options.help()),
        List.of("", "Example:", "  taffrail version"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings) throws IOException {
    surroundings.print(text());
    return ExitStatus.CLEAN;
  }

  static String text() {
    var versions = PolicyEngine.kubernetesVersions();
    return "taffrail %s\nKubernetes %s to %s\n"
        .formatted(Version.number(), versions.getFirst(), versions.getLast());
  }
}

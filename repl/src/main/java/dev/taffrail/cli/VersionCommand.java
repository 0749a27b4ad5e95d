package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says which Taffrail this is. */
final class VersionCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail version").addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail version")
        .description("Prints the version of Taffrail and the Kubernetes versions it knows.")
        .footer("", "Example:", "  taffrail version");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings) throws IOException {
    surroundings.print(text());
    return ExitStatus.CLEAN;
  }

  static String text() {
    var versions = PolicyEngine.kubernetesVersions();
    return "taffrail %s\nKubernetes %s to %s\n"
        .formatted(Version.number(), versions.getFirst(), versions.getLast());
  }
}

package dev.taffrail.cli;

import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Says which Taffrail this is. */
final class VersionCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail version").addOption(Options.help());
    spec.usageMessage()
        .customSynopsis("taffrail version")
        .descriptionHeading("%n")
        .description("Prints the version of Taffrail.")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .footer("", "Example:", "  taffrail version");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings) throws IOException {
    surroundings.print(text());
    return ExitStatus.CLEAN;
  }

  static String text() {
    return "taffrail " + Version.number() + "\n";
  }
}

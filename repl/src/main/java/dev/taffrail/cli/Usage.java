package dev.taffrail.cli;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The help texts. */
final class Usage {
  static final int WIDTH = 100;

  private Usage() {}

  static String of(Command command) {
    return Arguments.commandLine(command.spec()).getUsageMessage(Ansi.OFF);
  }

  /** The parts of a command's help in their order, with a line between them. */
  static UsageMessageSpec laidOut(CommandSpec spec) {
    return spec.usageMessage()
        .descriptionHeading("%n")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .sortOptions(false);
  }

  /** The help of the program as a whole. */
  static String whole() {
    var spec = CommandSpec.create().name("taffrail");
    spec.addOption(Options.help());
    spec.addOption(
        OptionSpec.builder("-V", "--version").description("Print the version and end.").build());
    for (Verb verb : Verb.values()) {
      spec.addSubcommand(verb.word(), verb.command().spec());
    }
    laidOut(spec)
        .sortOptions(true)
        .width(WIDTH)
        .customSynopsis("taffrail COMMAND [OPTIONS] [ARGUMENTS]")
        .description("Judges Kubernetes manifests by policies written in Taffrail's own language.")
        .commandListHeading("%nCommands:%n")
        .footer(
            "",
            "`taffrail COMMAND --help` tells more about a command.",
            "",
            "Examples:",
            "  taffrail check examples/",
            "  helm template ./chart | taffrail check -",
            "  taffrail check --policies policies/ --format sarif --output report.sarif manifests/");
    return Arguments.commandLine(spec).getUsageMessage(Ansi.OFF);
  }
}

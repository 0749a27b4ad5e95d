package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.HelpText;
import dev.taffrail.cli.line.OptionSpec;
import java.util.LinkedHashMap;
import java.util.List;

/** The help texts. */
final class Usage {
  private Usage() {}

  static String of(Command command) {
    return HelpText.of(command.spec());
  }

  /** The help of the program as a whole. */
  static String whole() {
    var spec =
        new CommandSpec(
            List.of("taffrail COMMAND [OPTIONS] [ARGUMENTS]"),
            "Judges Kubernetes manifests by policies written in Taffrail's own language.",
            List.of(),
            List.of(
                Options.help(),
                OptionSpec.flag("--version", "Print the version and end.").alsoCalled("-V")),
            List.of(
                "",
                "`taffrail COMMAND --help` tells more about a command.",
                "",
                "Examples:",
                "  taffrail check examples/",
                "  helm template ./chart | taffrail check -",
                "  taffrail check --policies policies/ --format sarif --output report.sarif"
                    + " manifests/"));
    var commands = new LinkedHashMap<String, String>();
    for (Verb verb : Verb.values()) {
      commands.put(verb.word(), verb.command().spec().description());
    }
    return HelpText.of(spec, commands);
  }
}

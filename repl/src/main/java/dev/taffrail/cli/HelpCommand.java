package dev.taffrail.cli;

import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Prints the help of the program or of one command. */
final class HelpCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail help").addOption(Options.help());
    spec.addPositional(
        Options.word("COMMAND")
            .description("The command to explain; without it, all are listed.")
            .build());
    Usage.laidOut(spec)
        .customSynopsis("taffrail help [COMMAND]")
        .description("Prints the help of a command.")
        .footer("", "Example:", "  taffrail help check");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (!arguments.hasMatchedPositional(0)) {
      surroundings.print(Usage.whole());
      return ExitStatus.CLEAN;
    }
    String word = arguments.matchedPositionalValue(0, "");
    var verb = Verb.of(word);
    if (verb.isEmpty()) {
      throw new UsageMistake(
          "there is no command `" + word + "`",
          Spelling.nearest(word, Verb.words())
              .map(meant -> "did you mean `" + meant + "`?")
              .orElse("commands: " + String.join(", ", Verb.words())));
    }
    surroundings.print(Usage.of(verb.get().command()));
    return ExitStatus.CLEAN;
  }
}

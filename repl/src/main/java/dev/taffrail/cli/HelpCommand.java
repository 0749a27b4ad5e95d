package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import java.util.List;

/** Prints the help of the program or of one command. */
final class HelpCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail help [COMMAND]"),
        "Prints the help of a command.",
        List.of(WordSpec.one("COMMAND", "The command to explain; without it, all are listed.")),
        List.of(Options.help()),
        List.of("", "Example:", "  taffrail help check"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (arguments.word(0).isEmpty()) {
      surroundings.print(Usage.whole());
      return ExitStatus.CLEAN;
    }
    String word = arguments.word(0).orElse("");
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

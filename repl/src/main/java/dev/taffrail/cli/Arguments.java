package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import java.util.List;

/** Takes the words behind a verb apart, and says in our own words what is wrong with them. */
final class Arguments {
  private Arguments() {}

  static ExitStatus run(Verb verb, List<String> words, Surroundings surroundings)
      throws UsageMistake, IOException {
    Command command = verb.command();
    Given given = parsed(command.spec(), verb, words);
    if (given.has("--help")) {
      surroundings.print(Usage.of(command));
      return ExitStatus.CLEAN;
    }
    return command.run(given, surroundings);
  }

  static Given parsed(CommandSpec spec, Verb verb, List<String> words) throws UsageMistake {
    try {
      return Given.of(spec, words);
    } catch (Given.Misplaced mistake) {
      throw explained(mistake, spec, verb);
    }
  }

  private static UsageMistake explained(Given.Misplaced mistake, CommandSpec spec, Verb verb) {
    String word = mistake.word();
    String hint = "`taffrail " + verb.word() + " --help` lists what there is";
    return switch (mistake.why()) {
      case ONE_TOO_MANY -> new UsageMistake("`" + word + "` is one argument too many", hint);
      case UNKNOWN_OPTION ->
          new UsageMistake(
              "there is no option `" + word + "`",
              Spelling.nearest(word, spec.optionNames())
                  .map(option -> "did you mean `" + option + "`?")
                  .orElse(hint));
      case GIVEN_TWICE -> new UsageMistake("`" + word + "` is given twice", hint);
      case WITHOUT_VALUE ->
          new UsageMistake(
              "`%s` needs a value: %s=%s".formatted(word, word, spec.labelOf(word)), hint);
      case TAKES_NO_VALUE -> new UsageMistake("`" + word + "` takes no value", hint);
    };
  }
}

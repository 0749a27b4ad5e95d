package dev.taffrail.cli;

import dev.taffrail.diagnostic.Spelling;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Takes the words behind a verb apart, and says in our own words what is wrong with them. */
final class Arguments {
  private Arguments() {}

  static ExitStatus run(Verb verb, List<String> words, Surroundings surroundings)
      throws UsageMistake, IOException {
    Command command = verb.command();
    CommandLine line = commandLine(command.spec());
    ParseResult arguments;
    try {
      arguments = line.parseArgs(words.toArray(String[]::new));
    } catch (ParameterException mistake) {
      throw explained(mistake, verb);
    }
    if (arguments.isUsageHelpRequested()) {
      surroundings.print(Usage.of(command));
      return ExitStatus.CLEAN;
    }
    return command.run(arguments, surroundings);
  }

  static CommandLine commandLine(CommandSpec spec) {
    return new CommandLine(spec).setExpandAtFiles(false).setUsageHelpWidth(Usage.WIDTH);
  }

  private static UsageMistake explained(ParameterException mistake, Verb verb) {
    String hint = "`taffrail " + verb.word() + " --help` lists what there is";
    if (mistake instanceof UnmatchedArgumentException unmatched) {
      String word = unmatched.getUnmatched().getFirst();
      String name = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
      if (!name.startsWith("-")) {
        return new UsageMistake("`" + word + "` is one argument too many", hint);
      }
      String advice =
          Spelling.nearest(name, names(mistake.getCommandLine().getCommandSpec()))
              .map(option -> "did you mean `" + option + "`?")
              .orElse(hint);
      return new UsageMistake("there is no option `" + name + "`", advice);
    }
    if (mistake instanceof CommandLine.OverwrittenOptionException twice
        && twice.getOverwritten() instanceof OptionSpec option) {
      return new UsageMistake("`" + option.longestName() + "` is given twice", hint);
    }
    if (mistake instanceof MissingParameterException missing
        && missing.getMissing().getFirst() instanceof OptionSpec option) {
      return new UsageMistake(
          "`%s` needs a value: %s=%s"
              .formatted(option.longestName(), option.longestName(), option.paramLabel()),
          hint);
    }
    return new UsageMistake(uncapitalized(mistake), hint);
  }

  private static List<String> names(CommandSpec spec) {
    return spec.options().stream().map(OptionSpec::longestName).toList();
  }

  private static String uncapitalized(ParameterException mistake) {
    String message = Objects.toString(mistake.getMessage(), "wrong usage");
    return message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1);
  }
}

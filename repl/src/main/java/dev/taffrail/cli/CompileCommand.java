package dev.taffrail.cli;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.Level;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Checks policies without judging anything. */
final class CompileCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail compile");
    spec.addPositional(
        Options.paths()
            .description(
                "A .rail file, a folder that is searched for them, or a module of the standard library.")
            .build());
    spec.addOption(Options.kubernetes());
    spec.addOption(
        OptionSpec.builder("--quiet")
            .description("Print errors only: no warnings, no counts.")
            .build());
    spec.addOption(Options.noColor());
    spec.addOption(Options.help());
    spec.usageMessage()
        .customSynopsis("taffrail compile [OPTIONS] PATH...")
        .descriptionHeading("%n")
        .description("Checks that policies compile; judges nothing.")
        .parameterListHeading("%n")
        .optionListHeading("%nOptions:%n")
        .sortOptions(false)
        .footer(
            "",
            "Exit status:",
            "  0  the policies compile",
            "  2  wrong usage, or a policy does not compile",
            "",
            "Examples:",
            "  taffrail compile policies/",
            "  taffrail compile --kubernetes 1.31 policies/network.rail");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = arguments.matchedPositionalValue(0, List.of());
    boolean quiet = arguments.hasMatchedOption("--quiet");
    boolean colour = surroundings.colour(arguments.hasMatchedOption("--no-color"));
    if (paths.isEmpty()) {
      throw new UsageMistake("which policies?", "for instance: taffrail compile policies/");
    }
    var choice = PolicyChoice.of(paths);
    var engine =
        Choices.engine(Optional.ofNullable(arguments.matchedOptionValue("--kubernetes", null)));
    List<Diagnostic> all = engine.diagnose(choice.files(), choice.modules());
    Diagnostics.show(quiet ? errors(all) : all, colour, surroundings);
    boolean rejected = !errors(all).isEmpty();
    if (!quiet) {
      String line = what(choice) + ": " + Diagnostics.count(all) + "\n";
      if (rejected) {
        surroundings.tell(line);
      } else {
        surroundings.print(line);
      }
    }
    return rejected ? ExitStatus.NOTHING_JUDGED : ExitStatus.CLEAN;
  }

  private static String what(PolicyChoice choice) {
    var words = new ArrayList<String>(choice.modules());
    if (!choice.files().isEmpty()) {
      words.addFirst(Diagnostics.number(choice.files().size(), "file", "files"));
    }
    return String.join(", ", words);
  }

  private static List<Diagnostic> errors(List<Diagnostic> all) {
    return all.stream().filter(diagnostic -> diagnostic.level() == Level.ERROR).toList();
  }
}

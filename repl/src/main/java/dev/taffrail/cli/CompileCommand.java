package dev.taffrail.cli;

import dev.taffrail.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Checks policies without judging anything. */
final class CompileCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail compile");
    spec.addPositional(Options.policies());
    spec.addOption(Options.kubernetes());
    spec.addOption(Options.schemas());
    spec.addOption(
        OptionSpec.builder("--quiet")
            .description("Print errors only: no warnings, no counts.")
            .build());
    spec.addOption(
        OptionSpec.builder("--lock")
            .description(
                "Write taffrail.lock beside policies that name data files, with the digests of the"
                    + " files; from then on, another file is refused.")
            .build());
    spec.addOption(Options.noColor());
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail compile [OPTIONS] PATH...")
        .description("Checks that policies compile; judges nothing.")
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
    List<String> paths = Options.paths(arguments, Verb.COMPILE);
    boolean quiet = arguments.hasMatchedOption("--quiet");
    boolean colour = surroundings.colour(arguments.hasMatchedOption("--no-color"));
    var choice = PolicyChoice.of(paths);
    var engine = Choices.engine(arguments);
    boolean locking = arguments.hasMatchedOption("--lock");
    Map<String, String> locks = Map.of();
    List<Diagnostic> all;
    if (locking) {
      var found = engine.locks(choice.files(), choice.modules());
      all = found.diagnostics();
      locks = found.files();
    } else {
      all = engine.diagnose(choice.files(), choice.modules());
    }
    List<Diagnostic> errors = Diagnostics.errors(all);
    Diagnostics.show(quiet ? errors : all, colour, surroundings);
    boolean rejected = !errors.isEmpty();
    if (!quiet) {
      String line = what(choice) + ": " + Diagnostics.count(all) + "\n";
      if (rejected) {
        surroundings.tell(line);
      } else {
        surroundings.print(line);
      }
    }
    if (rejected) {
      return ExitStatus.NOTHING_JUDGED;
    }
    for (var lock : locks.entrySet()) {
      Files.writeString(Path.of(lock.getKey()), lock.getValue());
      if (!quiet) {
        surroundings.print("wrote " + lock.getKey() + "\n");
      }
    }
    if (locking && locks.isEmpty() && !quiet) {
      surroundings.print("there is no data file to lock\n");
    }
    return ExitStatus.CLEAN;
  }

  private static String what(PolicyChoice choice) {
    var words = new ArrayList<String>(choice.modules());
    if (!choice.files().isEmpty()) {
      words.addFirst(Diagnostics.number(choice.files().size(), "file", "files"));
    }
    return String.join(", ", words);
  }
}

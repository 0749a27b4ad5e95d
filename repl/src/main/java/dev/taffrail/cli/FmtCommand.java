package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.format.Formatter;
import dev.taffrail.tooling.format.LineDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes policy files in the one style, or says which are not in it. */
final class FmtCommand implements Command {
  private static final String STDIN = "-";
  private static final String STDIN_NAME = "stdin";

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail fmt [OPTIONS] PATH..."),
        "Writes policy files in the one style there is; comments stay.",
        List.of(
            WordSpec.any(
                "PATH",
                "A .rail file, a folder that is searched for them, or - for standard input, which is"
                    + " printed formatted.")),
        List.of(
            OptionSpec.flag("--check", "Change nothing; name the files that are not formatted."),
            OptionSpec.flag("--diff", "Change nothing; print what would change."),
            Options.noColor(),
            Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  everything is formatted",
            "  1  with --check: something is not",
            "  2  wrong usage, or a file with a mistake in its syntax, which stays as it is",
            "",
            "Examples:",
            "  taffrail fmt policies/",
            "  taffrail fmt --check --diff policies/",
            "  taffrail fmt - < draft.rail"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = Options.paths(arguments, Verb.FMT);
    boolean check = arguments.has("--check");
    boolean diff = arguments.has("--diff");
    boolean changed = false;
    var mistakes = new ArrayList<Diagnostic>();
    for (SourceFile file : files(paths, surroundings)) {
      Optional<String> formatted = formatted(file, mistakes);
      if (formatted.isEmpty()) {
        continue;
      }
      boolean differs = !formatted.get().equals(file.text());
      changed |= differs;
      boolean standardInput = file.name().equals(STDIN_NAME);
      if (differs && diff) {
        surroundings.print(LineDiff.between(file.name(), file.text(), formatted.get()));
      } else if (differs && check) {
        surroundings.print(file.name() + "\n");
      } else if (!check && !diff && standardInput) {
        surroundings.print(formatted.get());
      } else if (differs) {
        write(file.name(), formatted.get());
        surroundings.print(file.name() + "\n");
      }
    }
    boolean colour = surroundings.colour(arguments.has("--no-color"));
    Diagnostics.show(mistakes, colour, surroundings);
    if (!mistakes.isEmpty()) {
      return ExitStatus.NOTHING_JUDGED;
    }
    return check && changed ? ExitStatus.VIOLATIONS : ExitStatus.CLEAN;
  }

  private static Optional<String> formatted(SourceFile file, List<Diagnostic> mistakes) {
    var found = new DiagnosticCollector();
    Optional<String> formatted = Formatter.format(file, found);
    mistakes.addAll(found.inSourceOrder());
    return formatted;
  }

  private static List<SourceFile> files(List<String> paths, Surroundings surroundings)
      throws UsageMistake, IOException {
    var named = new ArrayList<>(paths);
    boolean standardInput = named.removeIf(STDIN::equals);
    var files = new ArrayList<SourceFile>();
    if (!named.isEmpty()) {
      PolicyChoice choice = PolicyChoice.of(named);
      if (!choice.modules().isEmpty()) {
        throw new UsageMistake(
            "`" + choice.modules().getFirst() + "` is part of the standard library",
            "name files and folders");
      }
      files.addAll(choice.files());
    }
    if (standardInput) {
      String text = new String(surroundings.in().readAllBytes(), StandardCharsets.UTF_8);
      files.add(SourceFile.of(STDIN_NAME, text));
    }
    return files;
  }

  private static void write(String name, String text) throws UsageMistake {
    try {
      Files.writeString(Paths.of(name), text);
    } catch (IOException problem) {
      throw new UsageMistake("cannot write `" + name + "`: " + Paths.reason(problem));
    }
  }
}

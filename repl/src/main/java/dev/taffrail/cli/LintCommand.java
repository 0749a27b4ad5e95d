package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;

/** Says what compiles and is probably not meant, and cures what can be cured without asking. */
final class LintCommand implements Command {
  /** One cure can be the reason of the next, as when a `let` was used by another only. */
  private static final int MOST_ROUNDS = 10;

  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail lint [OPTIONS] PATH..."),
        "Says what compiles and is probably not meant.",
        List.of(Options.policies()),
        List.of(
            OptionSpec.flag(
                "--fix", "Take away what has no effect: unused lets, needless `??` and `!`."),
            Options.kubernetes(),
            Options.schemas(),
            Options.noColor(),
            Options.help()),
        List.of(
            "",
            "A comment `// lint: allow W0203 because REASON` behind a line or before it allows a warning.",
            "",
            "Exit status:",
            "  0  nothing found",
            "  1  warnings",
            "  2  wrong usage, or a policy does not compile",
            "",
            "Examples:",
            "  taffrail lint policies/",
            "  taffrail lint --fix policies/network.rail"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<String> paths = Options.paths(arguments, Verb.LINT);
    var engine = Choices.engine(arguments);
    var choice = PolicyChoice.of(paths);
    List<Diagnostic> found = engine.lint(choice.files(), choice.modules());
    if (arguments.has("--fix")) {
      found = fixed(found, paths, engine, surroundings);
    }
    boolean colour = surroundings.colour(arguments.has("--no-color"));
    Diagnostics.show(found, colour, surroundings);
    surroundings.tell(Diagnostics.count(found) + "\n");
    if (!Diagnostics.errors(found).isEmpty()) {
      return ExitStatus.NOTHING_JUDGED;
    }
    return found.isEmpty() ? ExitStatus.CLEAN : ExitStatus.VIOLATIONS;
  }

  private static List<Diagnostic> fixed(
      List<Diagnostic> first, List<String> paths, PolicyEngine engine, Surroundings surroundings)
      throws UsageMistake, IOException {
    List<Diagnostic> found = first;
    for (int round = 0; round < MOST_ROUNDS; round++) {
      Map<String, String> texts = Fixes.of(found, PolicyChoice.of(paths).files());
      if (texts.isEmpty()) {
        break;
      }
      for (var file : texts.entrySet()) {
        Files.writeString(Paths.of(file.getKey()), file.getValue());
        surroundings.print(file.getKey() + "\n");
      }
      var choice = PolicyChoice.of(paths);
      found = engine.lint(choice.files(), choice.modules());
    }
    return found;
  }
}

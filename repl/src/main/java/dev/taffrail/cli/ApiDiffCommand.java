package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.tooling.api.Change;
import dev.taffrail.tooling.api.ChangesJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/** Compares what two versions of policies offer. */
final class ApiDiffCommand implements Command {
  @Override
  public CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail api-diff [OPTIONS] OLD NEW"),
        "Compares what two versions of policies offer: ids, parameters, signatures.",
        List.of(
            WordSpec.one("OLD", "The older version: a .rail file or a folder."),
            WordSpec.one("NEW", "The newer version.")),
        List.of(
            OptionSpec.single(
                "--format", "FORMAT", "How the changes are printed: text or json. Default: text."),
            Options.noColor(),
            Options.help()),
        List.of(
            "",
            "Exit status:",
            "  0  nothing that worked breaks",
            "  1  at least one change is breaking",
            "  2  wrong usage, or a file has a syntax error",
            "",
            "Example:",
            "  taffrail api-diff release/policies/ policies/"));
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (arguments.word(1).isEmpty()) {
      throw new UsageMistake(
          "which two versions?", "for instance: taffrail api-diff release/policies/ policies/");
    }
    String format =
        Choices.word(
            "there is no format",
            arguments.value("--format").orElse("text"),
            "formats",
            List.of("text", "json"));
    var before = PolicyChoice.of(List.of(arguments.word(0).orElse("")));
    var after = PolicyChoice.of(List.of(arguments.word(1).orElse("")));
    var mistakes = new ArrayList<Diagnostic>();
    List<Change> changes = PolicyEngine.apiDiff(before.files(), after.files(), mistakes::add);
    if (!mistakes.isEmpty()) {
      Diagnostics.show(mistakes, surroundings.colour(arguments.has("--no-color")), surroundings);
      return ExitStatus.NOTHING_JUDGED;
    }
    long breaking = changes.stream().filter(ApiDiffCommand::breaks).count();
    if (format.equals("json")) {
      var json = new StringWriter();
      ChangesJson.write(PolicyEngine.VERSION, changes, json);
      surroundings.print(json.toString());
      return breaking == 0 ? ExitStatus.CLEAN : ExitStatus.VIOLATIONS;
    }
    for (Change change : changes) {
      surroundings.print(
          "%-9s  %s %s %s\n"
              .formatted(change.effect().word(), change.what(), change.id(), change.words()));
    }
    surroundings.print(
        Diagnostics.number(changes.size(), "change", "changes") + ", " + breaking + " breaking\n");
    return breaking == 0 ? ExitStatus.CLEAN : ExitStatus.VIOLATIONS;
  }

  private static boolean breaks(Change change) {
    return change.effect() == Change.Effect.BREAKING;
  }
}

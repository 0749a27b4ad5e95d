package dev.taffrail.cli;

import dev.taffrail.PolicyEngine;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.tooling.api.Change;
import dev.taffrail.tooling.api.ChangesJson;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Compares what two versions of policies offer. */
final class ApiDiffCommand implements Command {
  @Override
  public CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail api-diff");
    spec.addPositional(
        Options.word("OLD").description("The older version: a .rail file or a folder.").build());
    spec.addPositional(Options.word("NEW").index("1").description("The newer version.").build());
    spec.addOption(
        Options.single("--format", "FORMAT")
            .description("How the changes are printed: text or json. Default: text.")
            .build());
    spec.addOption(Options.noColor());
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail api-diff [OPTIONS] OLD NEW")
        .description("Compares what two versions of policies offer: ids, parameters, signatures.")
        .footer(
            "",
            "Exit status:",
            "  0  nothing that worked breaks",
            "  1  at least one change is breaking",
            "  2  wrong usage, or a file has a syntax error",
            "",
            "Example:",
            "  taffrail api-diff release/policies/ policies/");
    return spec;
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    if (!arguments.hasMatchedPositional(1)) {
      throw new UsageMistake(
          "which two versions?", "for instance: taffrail api-diff release/policies/ policies/");
    }
    String format =
        Choices.word(
            "there is no format",
            arguments.matchedOptionValue("--format", "text"),
            "formats",
            List.of("text", "json"));
    var before = PolicyChoice.of(List.of(arguments.matchedPositionalValue(0, "")));
    var after = PolicyChoice.of(List.of(arguments.matchedPositionalValue(1, "")));
    var mistakes = new ArrayList<Diagnostic>();
    List<Change> changes = PolicyEngine.apiDiff(before.files(), after.files(), mistakes::add);
    if (!mistakes.isEmpty()) {
      Diagnostics.show(
          mistakes, surroundings.colour(arguments.hasMatchedOption("--no-color")), surroundings);
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

package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.OptionSpec;
import dev.taffrail.cli.line.WordSpec;
import java.util.ArrayList;
import java.util.List;

/** The options of {@code taffrail repl} and their help. */
final class ReplUsage {
  /** What {@code check} has and a session has otherwise or not. */
  private static final List<String> LEFT_OUT = List.of("--policies", "--strict");

  private ReplUsage() {}

  static CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail repl [OPTIONS] [PATH]..."),
        "Asks for expressions, policies and commands, and answers each: a place to try policies"
            + " on real objects. Reads standard input if that is no terminal.",
        List.of(
            WordSpec.any(
                "PATH",
                "Policies and manifests: a .rail file, a manifest, a folder that is searched for"
                    + " both, a module of the standard library, or - for manifests on standard"
                    + " input.")),
        options(),
        List.of(
            "",
            "Exit status, unless a person sits at it:",
            "  0  every input was answered, and no check failed",
            "  1  a policy or check found a violation",
            "  2  wrong usage, or an input that is not understood",
            "  3  an input that could not be answered, or an error outcome",
            "",
            "Examples:",
            "  taffrail repl examples/",
            "  echo 'cluster(Deployment).size' | taffrail repl examples/",
            "  kubectl get pods -A -o yaml | taffrail repl --eval ':run all' std.pss -"));
  }

  private static List<OptionSpec> options() {
    var options = new ArrayList<>(CheckUsage.policyOptions());
    options.addAll(CheckUsage.inventoryOptions());
    options.removeIf(option -> LEFT_OUT.contains(option.longestName()));
    options.addAll(own());
    options.add(Options.noColor());
    options.add(Options.help());
    return options;
  }

  private static List<OptionSpec> own() {
    return List.of(
        OptionSpec.repeatable(
            "--policies",
            "WHAT",
            "The same as a PATH that is a policy; for scripts that have it from check."),
        OptionSpec.repeatable("--objects", "PATH", "The same as a PATH.").alsoCalled("--load"),
        OptionSpec.repeatable(
            "--eval",
            "INPUT",
            "Answer this and end: an expression, a declaration or a :command. May be given"
                + " several times."),
        OptionSpec.flag("--json", "One JSON object for each input."));
  }
}

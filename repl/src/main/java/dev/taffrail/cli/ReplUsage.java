package dev.taffrail.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code taffrail repl} and their help. */
final class ReplUsage {
  /** What {@code check} has and a session has otherwise or not. */
  private static final List<String> LEFT_OUT = List.of("--policies", "--strict");

  private ReplUsage() {}

  static CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail repl");
    spec.addPositional(
        Options.paths()
            .description(
                "Policies and manifests: a .rail file, a manifest, a folder that is searched for"
                    + " both, a module of the standard library, or - for manifests on standard"
                    + " input.")
            .build());
    CheckUsage.policyOptions().stream()
        .filter(option -> !LEFT_OUT.contains(option.longestName()))
        .forEach(spec::addOption);
    CheckUsage.inventoryOptions().stream()
        .filter(option -> !LEFT_OUT.contains(option.longestName()))
        .forEach(spec::addOption);
    own().forEach(spec::addOption);
    spec.addOption(Options.noColor());
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail repl [OPTIONS] [PATH]...")
        .description(
            "Asks for expressions, policies and commands, and answers each: a place to try policies"
                + " on real objects. Reads standard input if that is no terminal.")
        .footer(
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
            "  kubectl get pods -A -o yaml | taffrail repl --eval ':run all' std.pss -");
    return spec;
  }

  private static List<OptionSpec> own() {
    return List.of(
        Options.repeatable("--policies", "WHAT")
            .description(
                "The same as a PATH that is a policy; for scripts that have it from check.")
            .build(),
        Options.repeatable("--load", "PATH")
            .names("--load", "--objects")
            .description("The same as a PATH.")
            .build(),
        Options.repeatable("--eval", "INPUT")
            .description(
                "Answer this and end: an expression, a declaration or a :command. May be given"
                    + " several times.")
            .build(),
        OptionSpec.builder("--json").description("One JSON object for each input.").build());
  }
}

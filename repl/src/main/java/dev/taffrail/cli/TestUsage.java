package dev.taffrail.cli;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code taffrail test} and their help. */
final class TestUsage {
  static final List<String> FORMATS = List.of("text", "json", "junit");
  static final List<String> COVERAGE_FORMATS = List.of("text", "json", "lcov");

  private TestUsage() {}

  static CommandSpec spec() {
    var spec = CommandSpec.create().name("taffrail test");
    spec.addPositional(Options.policies());
    options().forEach(spec::addOption);
    spec.addOption(Options.help());
    Usage.laidOut(spec)
        .customSynopsis("taffrail test [OPTIONS] PATH...")
        .description("Runs the tests that policies carry and prints which of them fail.")
        .footer(
            "",
            "Exit status:",
            "  0  every test passed",
            "  1  a test failed, or with --mutate a change went unnoticed",
            "  2  wrong usage, a policy or test does not compile, or there is no test",
            "  3  a test could not run",
            "",
            "Examples:",
            "  taffrail test policies/",
            "  taffrail test --filter no-host-ports policies/",
            "  taffrail test --coverage --mutate policies/",
            "  taffrail test std.pss",
            "  taffrail test --format junit --output tests.xml policies/");
    return spec;
  }

  private static List<OptionSpec> options() {
    return List.of(
        Options.repeatable("--filter", "TEXT")
            .description(
                "Run only tests whose name, policy or policy id contains this text, whatever its"
                    + " case. Repeatable.")
            .build(),
        Options.kubernetes(),
        Options.schemas(),
        Options.single("--format", "FORMAT")
            .description("How the results are printed: text, json or junit. Default: text.")
            .build(),
        Options.single("--output", "FILE")
            .description("Write the results to a file instead of standard output.")
            .build(),
        OptionSpec.builder("--coverage")
            .description(
                "Print which checks never held or failed in a test, and which answers to a missing"
                    + " value were never given.")
            .build(),
        Options.single("--coverage-format", "FORMAT")
            .description("How coverage is printed: text, json or lcov. Default: text.")
            .build(),
        Options.single("--coverage-output", "FILE")
            .description("Write coverage to a file instead of standard output.")
            .build(),
        OptionSpec.builder("--mutate")
            .description(
                "Change the tested policies in every small way, and list the changes that no test"
                    + " notices.")
            .build(),
        OptionSpec.builder("--verbose").description("Name tests that passed too.").build(),
        OptionSpec.builder("--quiet").description("No warnings and no progress.").build(),
        Options.noColor());
  }
}

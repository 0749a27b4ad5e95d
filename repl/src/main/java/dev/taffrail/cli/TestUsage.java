package dev.taffrail.cli;

import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.OptionSpec;
import java.util.List;

/** The options of {@code taffrail test} and their help. */
final class TestUsage {
  static final List<String> FORMATS = List.of("text", "json", "junit");
  static final List<String> COVERAGE_FORMATS = List.of("text", "json", "lcov");

  private TestUsage() {}

  static CommandSpec spec() {
    return new CommandSpec(
        List.of("taffrail test [OPTIONS] PATH..."),
        "Runs the tests that policies carry and prints which of them fail.",
        List.of(Options.policies()),
        options(),
        List.of(
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
            "  taffrail test --format junit --output tests.xml policies/"));
  }

  private static List<OptionSpec> options() {
    return List.of(
        OptionSpec.repeatable(
            "--filter",
            "TEXT",
            "Run only tests whose name, policy or policy id contains this text, whatever its"
                + " case. Repeatable."),
        Options.kubernetes(),
        Options.schemas(),
        OptionSpec.single(
            "--format",
            "FORMAT",
            "How the results are printed: text, json or junit. Default: text."),
        OptionSpec.single(
            "--output", "FILE", "Write the results to a file instead of standard output."),
        OptionSpec.flag(
            "--coverage",
            "Print which checks never held or failed in a test, and which answers to a missing"
                + " value were never given."),
        OptionSpec.single(
            "--coverage-format",
            "FORMAT",
            "How coverage is printed: text, json or lcov. Default: text."),
        OptionSpec.single(
            "--coverage-output", "FILE", "Write coverage to a file instead of standard output."),
        OptionSpec.flag(
            "--mutate",
            "Change the tested policies in every small way, and list the changes that no test"
                + " notices."),
        OptionSpec.flag("--verbose", "Name tests that passed too."),
        OptionSpec.flag("--quiet", "No warnings and no progress."),
        Options.noColor(),
        Options.help());
  }
}

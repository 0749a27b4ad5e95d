package dev.taffrail.cli;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.cli.line.CommandSpec;
import dev.taffrail.cli.line.Given;
import dev.taffrail.testing.Coverage;
import dev.taffrail.testing.CoverageReport;
import dev.taffrail.testing.MutationReport;
import dev.taffrail.testing.MutationRun;
import dev.taffrail.testing.TestJUnitReport;
import dev.taffrail.testing.TestJsonReport;
import dev.taffrail.testing.TestResult;
import dev.taffrail.testing.TestResult.Verdict;
import dev.taffrail.testing.TestSelection;
import dev.taffrail.testing.TestTextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.List;
import java.util.Optional;

/** Runs the tests of policies. */
final class TestCommand implements Command {
  @Override
  public CommandSpec spec() {
    return TestUsage.spec();
  }

  @Override
  public ExitStatus run(Given arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var options = TestOptions.of(arguments);
    boolean colour = surroundings.colour(options.noColor());
    options.checkStreams();
    var output = options.resultOutput(surroundings.out());
    var coverageOutput = options.coverageOutput(surroundings.out());
    var choice = PolicyChoice.of(options.paths());
    var engine = Choices.engineWithTests(arguments);
    return switch (engine.compileTests(choice.files(), choice.modules())) {
      case TestCompilation.Rejected rejected -> {
        Diagnostics.show(rejected.diagnostics(), colour, surroundings);
        surroundings.complain(
            "no test was run: %s".formatted(Diagnostics.count(rejected.diagnostics())), List.of());
        yield ExitStatus.NOTHING_JUDGED;
      }
      case TestCompilation.Compiled compiled -> {
        if (!options.quiet()) {
          Diagnostics.show(compiled.diagnostics(), colour, surroundings);
        }
        TestSelection tests = selected(compiled.program(), options);
        Optional<Coverage> coverage =
            options.coverage() ? Optional.of(tests.coverage()) : Optional.empty();
        var progress = ProgressLine.of("tests", options.quiet(), surroundings);
        var results = tests.run(coverage, progress);
        progress.end();
        Optional<MutationRun.Result> mutants = mutants(tests, results, options, surroundings);
        output.write(out -> write(results, mutants, options, out));
        if (mutants.isPresent() && options.format().equals("junit")) {
          // The format has no place for them.
          var text = new StringWriter();
          MutationReport.text(mutants.get(), text);
          surroundings.tell(text.toString());
        }
        if (coverage.isPresent()) {
          coverageOutput.write(out -> write(coverage.get(), options, out));
        }
        yield status(results, mutants);
      }
    };
  }

  private static Optional<MutationRun.Result> mutants(
      TestSelection tests,
      List<TestResult> results,
      TestOptions options,
      Surroundings surroundings) {
    if (!options.mutate()) {
      return Optional.empty();
    }
    if (results.stream().anyMatch(r -> r.verdict() != Verdict.PASSED)) {
      surroundings.complain(
          "no policy was changed: tests that fail already notice nothing",
          List.of("mend them first, or leave them out with --filter"));
      return Optional.empty();
    }
    var progress = ProgressLine.of("mutants", options.quiet(), surroundings);
    var result = tests.mutate(progress);
    progress.end();
    return Optional.of(result);
  }

  private static TestSelection selected(TestProgram program, TestOptions options)
      throws UsageMistake {
    if (TestSelection.of(program, List.of()).size() == 0) {
      throw new UsageMistake("there is no test in " + String.join(", ", options.paths()));
    }
    var tests = TestSelection.of(program, options.filters());
    if (tests.size() == 0) {
      throw new UsageMistake(
          "no test is called `" + String.join("` or `", options.filters()) + "`",
          "a filter is a part of the name of a test or policy");
    }
    return tests;
  }

  private static void write(
      List<TestResult> results,
      Optional<MutationRun.Result> mutants,
      TestOptions options,
      Writer out)
      throws IOException {
    switch (options.format()) {
      case "json" -> TestJsonReport.write(results, mutants, out);
      case "junit" -> TestJUnitReport.write(results, out);
      default -> {
        new TestTextReport(options.verbose()).write(results, out);
        if (mutants.isPresent()) {
          MutationReport.text(mutants.get(), out);
        }
      }
    }
  }

  private static void write(Coverage coverage, TestOptions options, Writer out) throws IOException {
    var report = new CoverageReport(coverage);
    switch (options.coverageFormat()) {
      case "json" -> report.json(out);
      case "lcov" -> report.lcov(out);
      default -> report.text(out);
    }
  }

  private static ExitStatus status(List<TestResult> results, Optional<MutationRun.Result> mutants) {
    if (results.stream().anyMatch(r -> r.verdict() == Verdict.NOT_RUN)) {
      return ExitStatus.INCOMPLETE;
    }
    boolean unnoticed = mutants.filter(result -> !result.clean()).isPresent();
    return !unnoticed && results.stream().allMatch(r -> r.verdict() == Verdict.PASSED)
        ? ExitStatus.CLEAN
        : ExitStatus.VIOLATIONS;
  }
}

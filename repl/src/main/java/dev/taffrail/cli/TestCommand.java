package dev.taffrail.cli;

import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestJUnitReport;
import dev.taffrail.testing.TestJsonReport;
import dev.taffrail.testing.TestResult;
import dev.taffrail.testing.TestResult.Verdict;
import dev.taffrail.testing.TestTextReport;
import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Runs the tests of policies. */
final class TestCommand implements Command {
  @Override
  public CommandSpec spec() {
    return TestUsage.spec();
  }

  @Override
  public ExitStatus run(ParseResult arguments, Surroundings surroundings)
      throws UsageMistake, IOException {
    var options = TestOptions.of(arguments);
    boolean colour = surroundings.colour(options.noColor());
    var output = options.resultOutput(surroundings.out());
    var choice = PolicyChoice.of(options.paths());
    var engine = Choices.engine(options.kubernetes());
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
        TestProgram program = compiled.program();
        List<IrTest> tests = selected(program, options);
        var progress = ProgressLine.of("tests", options.quiet(), surroundings);
        var results = new PolicyTestRunner(progress).run(program, tests, Observer.NONE);
        progress.end();
        write(results, options, output);
        yield status(results);
      }
    };
  }

  private static List<IrTest> selected(TestProgram program, TestOptions options)
      throws UsageMistake {
    if (program.tests().isEmpty()) {
      throw new UsageMistake("there is no test in " + String.join(", ", options.paths()));
    }
    var tests = PolicyTestRunner.selected(program, options.filters());
    if (tests.isEmpty()) {
      throw new UsageMistake(
          "no test is called `" + String.join("` or `", options.filters()) + "`",
          "a filter is a part of the name of a test or policy");
    }
    return tests;
  }

  private static void write(List<TestResult> results, TestOptions options, ReportOutput output)
      throws IOException {
    output.write(
        out -> {
          switch (options.format()) {
            case "json" -> TestJsonReport.write(results, out);
            case "junit" -> TestJUnitReport.write(results, out);
            default -> new TestTextReport(options.verbose()).write(results, out);
          }
        });
  }

  private static ExitStatus status(List<TestResult> results) {
    if (results.stream().anyMatch(r -> r.verdict() == Verdict.NOT_RUN)) {
      return ExitStatus.INCOMPLETE;
    }
    return results.stream().allMatch(r -> r.verdict() == Verdict.PASSED)
        ? ExitStatus.CLEAN
        : ExitStatus.VIOLATIONS;
  }
}

package dev.taffrail.testing;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.interpret.Observer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** Runs tests of policies, several at a time; results come in the order of the tests. */
public final class PolicyTestRunner {
  private final Progress progress;

  public PolicyTestRunner(Progress progress) {
    this.progress = progress;
  }

  /** Hears how far a run is, from any thread. */
  public interface Progress {
    void done(int tests, int of);
  }

  /** The tests whose name, policy or policy id contains a text, whatever its case. */
  public static List<IrTest> selected(TestProgram program, Collection<String> filters) {
    return program.tests().stream()
        .filter(test -> filters.isEmpty() || filters.stream().anyMatch(f -> isCalled(test, f)))
        .toList();
  }

  private static boolean isCalled(IrTest test, String filter) {
    String wanted = filter.toLowerCase(Locale.ROOT);
    return List.of(test.name(), test.policy().name(), test.policy().id()).stream()
        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains(wanted));
  }

  public List<TestResult> run(TestProgram program, List<IrTest> tests, Observer observer) {
    var done = new AtomicInteger();
    return tests.parallelStream()
        .map(
            test -> {
              TestResult result = run(program, test, observer);
              progress.done(done.incrementAndGet(), tests.size());
              return result;
            })
        .toList();
  }

  /** Runs one test. */
  public static TestResult run(TestProgram program, IrTest test, Observer observer) {
    return switch (program.run(test, observer)) {
      case TestProgram.Run.Impossible impossible ->
          new TestResult(
              test.name(),
              test.policy().id(),
              test.span(),
              List.of(),
              List.of(),
              Optional.of(impossible.message()));
      case TestProgram.Run.Judged judged -> {
        Actual actual = Actual.of(judged.report(), test.policy().id());
        yield new TestResult(
            test.name(),
            test.policy().id(),
            test.span(),
            outcomes(test, actual),
            actual.findings(),
            Optional.empty());
      }
    };
  }

  private static List<ExpectedOutcome> outcomes(IrTest test, Actual actual) {
    var outcomes = new ArrayList<ExpectedOutcome>();
    test.expectations().forEach(e -> outcomes.add(ExpectedOutcome.of(e, actual)));
    boolean errorExpected =
        test.expectations().stream().anyMatch(IrTest.Expectation.Error.class::isInstance);
    if (actual.hasError() && !errorExpected && outcomes.stream().allMatch(ExpectedOutcome::met)) {
      // What was expected is there, but an error must not pass in silence beside it.
      outcomes.add(
          new ExpectedOutcome(
              test.expectations().get(0).span(),
              "no error beside it",
              Optional.of(actual.words())));
    }
    return outcomes;
  }
}

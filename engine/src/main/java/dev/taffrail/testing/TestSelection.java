package dev.taffrail.testing;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.testing.PolicyTestRunner.Progress;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The tests of a program that somebody chose, and what can be done with them. */
public final class TestSelection {
  private final TestProgram program;
  private final List<IrTest> tests;

  private TestSelection(TestProgram program, List<IrTest> tests) {
    this.program = program;
    this.tests = List.copyOf(tests);
  }

  /**
   * Tests by name.
   *
   * @param filters parts of the name of a test, its policy or the id of that; all tests if empty
   */
  public static TestSelection of(TestProgram program, Collection<String> filters) {
    return new TestSelection(program, PolicyTestRunner.selected(program, filters));
  }

  public int size() {
    return tests.size();
  }

  /** What these tests are to see; nothing is seen until they run with it. */
  public Coverage coverage() {
    return Coverage.of(program, tests);
  }

  /**
   * Runs the tests.
   *
   * @param coverage watches, if it is there
   */
  public List<TestResult> run(Optional<Coverage> coverage, Progress progress) {
    Observer observer = coverage.isPresent() ? coverage.get() : Observer.NONE;
    return new PolicyTestRunner(progress).run(program, tests, observer);
  }

  /** Changes the policies and looks which changes the tests miss; they must pass before. */
  public MutationRun.Result mutate(Progress progress) {
    return new MutationRun(program, tests, progress).run();
  }
}

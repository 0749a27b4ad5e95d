package dev.taffrail.fuzz;

import dev.taffrail.PolicyEngine;
import dev.taffrail.TestCompilation;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.testing.PolicyTestRunner;
import java.util.List;

/** Any text is read as policies with tests and fixtures, and the tests are run. */
public final class TestFileTarget {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();
  private static final FuzzInput INPUTS = new FuzzInput(TestFileTarget::read);

  private TestFileTarget() {}

  /** Called by the fuzzer at first. */
  public static void fuzzerInitialize() {
    INPUTS.warmUp();
  }

  /** Called by the fuzzer. */
  public static void fuzzerTestOneInput(byte[] input) {
    INPUTS.run(input);
  }

  /** Called by the fuzzer in the end. */
  public static void fuzzerTearDown() {
    INPUTS.tearDown();
  }

  static void read(byte[] input) {
    switch (ENGINE.compileTests(List.of(FuzzInput.policy(input)), List.of())) {
      case TestCompilation.Rejected rejected ->
          DiagnosticRenderer.plain().render(rejected.diagnostics());
      case TestCompilation.Compiled compiled ->
          compiled
              .program()
              .tests()
              .forEach(test -> PolicyTestRunner.run(compiled.program(), test, Observer.NONE));
    }
  }
}

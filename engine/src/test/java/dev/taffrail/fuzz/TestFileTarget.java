package dev.taffrail.fuzz;

import dev.taffrail.PolicyEngine;
import dev.taffrail.TestCompilation;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.testing.PolicyTestRunner;
import java.util.List;

/** Any text is read as policies with tests and fixtures, and the tests are run. */
final class TestFileTarget {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private TestFileTarget() {}

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

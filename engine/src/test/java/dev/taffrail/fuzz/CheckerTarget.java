package dev.taffrail.fuzz;

import dev.taffrail.PolicyEngine;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import java.util.List;

/** Any text is compiled and linted, or its mistakes are named. */
final class CheckerTarget {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private CheckerTarget() {}

  static void read(byte[] input) {
    DiagnosticRenderer.plain().render(ENGINE.lint(List.of(FuzzInput.policy(input)), List.of()));
  }
}

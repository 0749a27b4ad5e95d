package dev.taffrail.fuzz;

import dev.taffrail.PolicyEngine;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import java.util.List;

/** Any text is compiled and linted, or its mistakes are named. */
public final class CheckerTarget {
  private static final PolicyEngine ENGINE = PolicyEngine.builder().build();
  private static final FuzzInput INPUTS = new FuzzInput(CheckerTarget::read);

  private CheckerTarget() {}

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
    DiagnosticRenderer.plain().render(ENGINE.lint(List.of(FuzzInput.policy(input)), List.of()));
  }
}

package dev.taffrail.fuzz;

import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.tooling.format.Formatter;

/** Any text is parsed, or its mistakes are named; what is parsed can be formatted. */
public final class ParserTarget {
  private static final FuzzInput INPUTS = new FuzzInput(ParserTarget::read);

  private ParserTarget() {}

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
    var file = FuzzInput.policy(input);
    var mistakes = new DiagnosticCollector();
    new PolicyParser().parse(file, mistakes);
    DiagnosticRenderer.plain().render(mistakes.inSourceOrder());
    Formatter.format(file, mistakes);
  }
}

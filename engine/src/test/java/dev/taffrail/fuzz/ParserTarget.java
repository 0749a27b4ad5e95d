package dev.taffrail.fuzz;

import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.tooling.format.Formatter;

/** Any text is parsed, or its mistakes are named; what is parsed can be formatted. */
final class ParserTarget {
  private ParserTarget() {}

  static void read(byte[] input) {
    var file = FuzzInput.policy(input);
    var mistakes = new DiagnosticCollector();
    new PolicyParser().parse(file, mistakes);
    DiagnosticRenderer.plain().render(mistakes.inSourceOrder());
    Formatter.format(file, mistakes);
  }
}

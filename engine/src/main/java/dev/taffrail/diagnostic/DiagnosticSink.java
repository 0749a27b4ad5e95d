package dev.taffrail.diagnostic;

/** Where a phase puts what it has to say. */
@FunctionalInterface
public interface DiagnosticSink {
  void report(Diagnostic diagnostic);
}

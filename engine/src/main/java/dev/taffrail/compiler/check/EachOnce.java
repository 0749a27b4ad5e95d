package dev.taffrail.compiler.check;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashSet;
import java.util.Set;

/**
 * Passes each message on once, and not more than a reader can use: a column with a wrong name is
 * one mistake, however many lines the table has.
 */
final class EachOnce implements DiagnosticSink {
  private static final int MOST = 50;

  private final DiagnosticSink sink;
  private final Set<Diagnostic> seen = new HashSet<>();

  EachOnce(DiagnosticSink sink) {
    this.sink = sink;
  }

  @Override
  public void report(Diagnostic diagnostic) {
    if (seen.size() < MOST && seen.add(diagnostic)) {
      sink.report(diagnostic);
    }
  }
}

package dev.taffrail.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;

/** Gathers the diagnostics of one compilation; not safe for several threads. */
public final class DiagnosticCollector implements DiagnosticSink {
  private final LinkedHashSet<Diagnostic> diagnostics = new LinkedHashSet<>();

  @Override
  public void report(Diagnostic diagnostic) {
    diagnostics.add(diagnostic);
  }

  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(d -> d.level() == Level.ERROR);
  }

  /** All diagnostics by file name, then place, then code. */
  public List<Diagnostic> inSourceOrder() {
    var sorted = new ArrayList<>(diagnostics);
    sorted.sort(
        Comparator.comparing((Diagnostic d) -> d.span().source().name())
            .thenComparing(d -> d.span().start())
            .thenComparing(d -> d.span().end())
            .thenComparing(d -> d.code().name()));
    return List.copyOf(sorted);
  }
}

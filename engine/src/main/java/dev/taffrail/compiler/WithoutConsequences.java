package dev.taffrail.compiler;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Keeps back that a name is unknown when its declaration could not be read: that was told already,
 * where it can be mended.
 */
final class WithoutConsequences implements DiagnosticSink {
  private static final Set<DiagnosticCode> UNKNOWN =
      Set.of(DiagnosticCode.E0103, DiagnosticCode.E0114, DiagnosticCode.E0120);

  private final Set<String> unreadable;
  private final DiagnosticSink sink;

  private WithoutConsequences(Set<String> unreadable, DiagnosticSink sink) {
    this.unreadable = unreadable;
    this.sink = sink;
  }

  static DiagnosticSink of(List<PolicyFile> files, DiagnosticSink sink) {
    var unreadable = new HashSet<String>();
    for (PolicyFile file : files) {
      for (Declaration declaration : file.declarations()) {
        if (declaration instanceof Declaration.Hole hole) {
          hole.name().ifPresent(name -> unreadable.add(name.text()));
        }
      }
    }
    return unreadable.isEmpty() ? sink : new WithoutConsequences(unreadable, sink);
  }

  @Override
  public void report(Diagnostic diagnostic) {
    boolean consequence =
        UNKNOWN.contains(diagnostic.code()) && unreadable.contains(diagnostic.span().text());
    if (!consequence) {
      sink.report(diagnostic);
    }
  }
}

package dev.taffrail.compiler;

import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.resolve.Edition;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.source.SourceFile;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What messages a file gets by its edition. Of one in an edition that is not known nothing else is
 * said: its syntax may have changed, and every further message would be a guess.
 */
final class Editions {
  private final Map<SourceFile, Optional<Edition>> editions = new HashMap<>();

  Editions(List<PolicyFile> files) {
    files.forEach(file -> editions.put(file.source(), Edition.of(file)));
  }

  /**
   * The messages that count.
   *
   * @param lint every warning is wanted
   */
  List<Diagnostic> of(List<Diagnostic> diagnostics, boolean lint) {
    return diagnostics.stream().filter(diagnostic -> counts(diagnostic, lint)).toList();
  }

  private boolean counts(Diagnostic diagnostic, boolean lint) {
    var edition = editions.getOrDefault(diagnostic.span().source(), Optional.of(Edition.FIRST));
    if (edition.isEmpty()) {
      return diagnostic.code() == DiagnosticCode.E0008;
    }
    return lint
        || diagnostic.code().level() == Level.ERROR
        || edition.get().gives(diagnostic.code());
  }
}

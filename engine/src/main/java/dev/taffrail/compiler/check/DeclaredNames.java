package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of one body, each of which may be declared once there.
 *
 * <p>A body inside may use a name again: that hides the outer one where everybody can see it.
 */
final class DeclaredNames {
  private final DiagnosticSink diagnostics;
  private final Map<String, Span> places = new HashMap<>();

  DeclaredNames(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  void declare(Ident name) {
    Optional.ofNullable(places.putIfAbsent(name.text(), name.span()))
        .ifPresent(
            first ->
                diagnostics.report(
                    Diagnostic.of(
                            DiagnosticCode.E0115,
                            name.span(),
                            "`%s` is declared twice".formatted(name))
                        .label("second declaration")
                        .related(first, "first declaration")
                        .help("A name keeps its value; take another name for another value.")));
  }
}

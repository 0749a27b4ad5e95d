package dev.taffrail.compiler.document;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.Span;
import java.util.List;

/** The words about documents. */
final class DocumentDiagnostics {
  private DocumentDiagnostics() {}

  static Diagnostic unreadable(Span span, String message, String help) {
    var diagnostic = Diagnostic.of(DiagnosticCode.E0143, span, message);
    return help.isEmpty() ? diagnostic : diagnostic.help(help);
  }

  static Diagnostic other(Span span) {
    return Diagnostic.of(
            DiagnosticCode.E0143, span, "this document is neither a waiver nor enforcement")
        .help(
            "Begin it with `apiVersion: %s` and `kind: Waiver` or `kind: Enforcement`."
                .formatted(GovernanceDocuments.VERSION));
  }

  static Diagnostic wrongKind(Span span, String kind) {
    var diagnostic = other(span);
    return Spelling.nearest(kind, GovernanceDocuments.KINDS)
        .map(near -> diagnostic.label("did you mean `%s`?".formatted(near)))
        .orElse(diagnostic);
  }

  static Diagnostic unknownKey(Span span, String what, String key, List<String> known) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0118, span, "`%s` is no key of %s".formatted(key, what));
    return Spelling.nearest(key, known)
        .map(near -> diagnostic.label("did you mean `%s`?".formatted(near)))
        .orElse(diagnostic)
        .help("Keys: " + String.join(", ", known) + ".");
  }

  static Diagnostic missing(Span span, String key) {
    return Diagnostic.of(DiagnosticCode.E0143, span, "`%s` is missing".formatted(key));
  }

  static Diagnostic wrongValue(Span span, String key, String wanted, String found) {
    return Diagnostic.of(
        DiagnosticCode.E0143, span, "`%s` must be %s, not %s".formatted(key, wanted, found));
  }
}

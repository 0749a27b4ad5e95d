package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.source.Span;
import java.util.Collection;
import java.util.List;

/** The words of the resolve phase. */
final class NameDiagnostics {
  private NameDiagnostics() {}

  static Diagnostic declaredTwice(String what, Ident name, Span first) {
    return Diagnostic.of(
            DiagnosticCode.E0115, name.span(), "%s `%s` is declared twice".formatted(what, name))
        .label("second declaration")
        .related(first, "first declaration")
        .help("Rename one of them; all files of a module share their names.");
  }

  static Diagnostic unknownModule(Span span, String module, Collection<String> known) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0116, span, "unknown module `%s`".formatted(module));
    var near = Spelling.nearest(module, known);
    if (near.isPresent()) {
      return diagnostic.label("did you mean `%s`?".formatted(near.get()));
    }
    return diagnostic.help(
        "Give the files of the module beside this one, or use a module of the library.");
  }

  static Diagnostic importCycle(Span span, List<String> cycle) {
    return Diagnostic.of(DiagnosticCode.E0117, span, "modules import each other in a circle")
        .label(String.join(" -> ", cycle))
        .help("Move what both need into a third module.");
  }

  static Diagnostic unknownEdition(Span span, String year) {
    List<String> known = Edition.years();
    String newest = known.getLast();
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0008, span, "unknown edition `%s`".formatted(year))
            .label("known: " + String.join(", ", known));
    // Years are numbers of any length: compare as such without parsing them.
    boolean later = year.length() > newest.length() || year.compareTo(newest) > 0;
    return later
        ? diagnostic.help("The file needs a newer Taffrail; nothing else in it was looked at.")
        : diagnostic.help("Write `edition %s`.".formatted(newest));
  }

  static Diagnostic unknownKubernetes(Span span, String version, List<String> known) {
    return Diagnostic.of(
            DiagnosticCode.E0125, span, "no schema for Kubernetes `%s`".formatted(version))
        .help("Known versions: " + String.join(", ", known) + ".");
  }

  static Diagnostic notAvailable(Span span, String what, String cure) {
    return Diagnostic.of(DiagnosticCode.E0006, span, what + " is not available in this version")
        .help(cure);
  }
}

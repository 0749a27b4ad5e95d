package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import dev.taffrail.value.SemVer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Holds what authors say about the history of declarations against the version of their module:
 * {@code since}, {@code removedIn} and {@code formerly}.
 */
final class VersionMarks {
  private final Resolution names;
  private final DiagnosticSink diagnostics;

  /** Who has or had an id, and where that is said. */
  private final Map<String, Span> taken = new HashMap<>();

  private VersionMarks(Resolution names, DiagnosticSink diagnostics) {
    this.names = names;
    this.diagnostics = diagnostics;
  }

  static void report(Resolution names, DiagnosticSink diagnostics) {
    new VersionMarks(names, diagnostics).report();
  }

  private void report() {
    for (ModuleScope module : names.modules().values()) {
      policies(module)
          .forEach(
              policy ->
                  taken.put(
                      Names.policyId(module.name(), policy.name().text()), policy.name().span()));
    }
    for (ModuleScope module : names.modules().values()) {
      if (names.judged().contains(module.name())) {
        Optional<SemVer> version = Marks.version(module).flatMap(this::version);
        declarations(module).forEach(declared -> history(declared, version));
        policies(module).forEach(policy -> formerIds(policy, module));
      }
    }
  }

  private static Stream<Declaration> declarations(ModuleScope module) {
    return Stream.of(module.policies(), module.values(), module.types())
        .flatMap(table -> table.values().stream())
        .map(ModuleScope.Declared::declaration)
        .flatMap(
            declaration ->
                declaration instanceof Declaration.Policy policy
                    ? Stream.concat(Stream.of(policy), policy.parameters().stream())
                    : Stream.of(declaration));
  }

  private static Stream<Declaration.Policy> policies(ModuleScope module) {
    return module.policies().values().stream()
        .map(declared -> (Declaration.Policy) declared.declaration());
  }

  private void history(Declaration declaration, Optional<SemVer> module) {
    Marks.since(declaration)
        .ifPresent(
            since ->
                version(since)
                    .filter(said -> isLater(said, module))
                    .ifPresent(said -> tooLate(since, said, module.orElseThrow())));
    Marks.deprecation(declaration)
        .flatMap(Marks.Deprecation::removedIn)
        .ifPresent(
            removed ->
                version(removed)
                    .filter(said -> module.isPresent() && !isLater(said, module))
                    .ifPresent(said -> overdue(removed, said, module.orElseThrow())));
  }

  private static boolean isLater(SemVer said, Optional<SemVer> module) {
    return module.isPresent() && said.compare(module.get()) > 0;
  }

  private Optional<SemVer> version(Expr expression) {
    var version =
        expression instanceof Expr.StringLiteral text
            ? text.plainText().flatMap(SemVer::parse)
            : Optional.<SemVer>empty();
    if (version.isEmpty() && !(expression instanceof Expr.Hole)) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.E0104, expression.span(), "a version is wanted here")
              .help("Write it as text, such as \"1.2.0\"."));
    }
    return version;
  }

  private void tooLate(Expr since, SemVer said, SemVer module) {
    diagnostics.report(
        Diagnostic.of(
                DiagnosticCode.W0213,
                since.span(),
                "this is from version %s, but the module is %s"
                    .formatted(said.text(), module.text()))
            .help("Raise the version of the module with the release, or mend this one."));
  }

  private void overdue(Expr removed, SemVer said, SemVer module) {
    diagnostics.report(
        Diagnostic.of(
                DiagnosticCode.W0214,
                removed.span(),
                "this was to be gone in %s, and the module is %s"
                    .formatted(said.text(), module.text()))
            .help("Take it out: those who still use it get an error already."));
  }

  private void formerIds(Declaration.Policy policy, ModuleScope module) {
    for (Expr.StringLiteral written : Marks.formerly(policy)) {
      written
          .plainText()
          .map(name -> Marks.qualified(name, module.name()))
          .ifPresent(id -> claim(id, written.span()));
    }
  }

  private void claim(String id, Span span) {
    Span other = taken.putIfAbsent(id, span);
    if (other != null) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.E0219, span, "`%s` is the id of another policy".formatted(id))
              .related(other, "here")
              .help("A waiver for it could mean either; leave it to one of them."));
    }
  }
}

package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;

/** Finds policies whose findings tell their readers only a name. */
final class Undocumented {
  private Undocumented() {}

  static void report(PolicyFile file, DiagnosticSink diagnostics) {
    for (Declaration declaration : file.declarations()) {
      if (declaration instanceof Declaration.Policy policy
          && policy.documentation().isEmpty()
          && policy.metadata().stream().noneMatch(said -> said.key().text().equals("title"))) {
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.W0206,
                    policy.name().span(),
                    "policy `%s` has neither title nor documentation".formatted(policy.name()))
                .help(
                    "Say in a comment with `///` what goes wrong without it,"
                        + " and in `title:` what must hold."));
      }
    }
  }
}

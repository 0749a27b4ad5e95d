package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import java.util.List;

/** The result of compiling policy text, or of binding parameters. */
public sealed interface Compilation {
  /** Warnings, and errors if it was rejected; in source order. */
  List<Diagnostic> diagnostics();

  /** The policies are ready to evaluate. */
  record Compiled(PolicySet policies, List<Diagnostic> diagnostics) implements Compilation {
    public Compiled {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /** At least one error. */
  record Rejected(List<Diagnostic> diagnostics) implements Compilation {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /**
   * The policies.
   *
   * @throws IllegalStateException with the rendered diagnostics if there were errors
   */
  default PolicySet orThrow() {
    return switch (this) {
      case Compiled compiled -> compiled.policies();
      case Rejected rejected ->
          throw new IllegalStateException(
              DiagnosticRenderer.plain().render(rejected.diagnostics()));
    };
  }
}

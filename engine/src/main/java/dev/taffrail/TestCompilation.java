package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import java.util.List;

/** The result of compiling policies with their tests. */
public sealed interface TestCompilation {
  /** Warnings, and errors if it was rejected; in source order. */
  List<Diagnostic> diagnostics();

  /** The tests can run. */
  record Compiled(TestProgram program) implements TestCompilation {
    @Override
    public List<Diagnostic> diagnostics() {
      return program.diagnostics();
    }
  }

  /** At least one error. */
  record Rejected(List<Diagnostic> diagnostics) implements TestCompilation {
    public Rejected {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}

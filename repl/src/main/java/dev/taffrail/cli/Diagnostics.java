package dev.taffrail.cli;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.diagnostic.Level;
import java.util.List;

/** Shows what the compiler has to say. */
final class Diagnostics {
  private Diagnostics() {}

  /** Prints them to standard error; nothing if there are none. */
  static void show(List<Diagnostic> diagnostics, boolean colour, Surroundings surroundings) {
    if (!diagnostics.isEmpty()) {
      var renderer = colour ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain();
      surroundings.tell(renderer.render(diagnostics) + "\n");
    }
  }

  static List<Diagnostic> errors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(d -> d.level() == Level.ERROR).toList();
  }

  /** {@code 2 errors, 1 warning}. */
  static String count(List<Diagnostic> diagnostics) {
    long errors = errors(diagnostics).size();
    long warnings = diagnostics.size() - errors;
    return number(errors, "error", "errors")
        + (warnings == 0 ? "" : ", " + number(warnings, "warning", "warnings"));
  }

  static String number(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}

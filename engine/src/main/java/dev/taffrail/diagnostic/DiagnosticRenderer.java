package dev.taffrail.diagnostic;

import java.util.List;

/** Prints diagnostics with the source lines they are about. */
public final class DiagnosticRenderer {
  private final boolean colour;

  private DiagnosticRenderer(boolean colour) {
    this.colour = colour;
  }

  public static DiagnosticRenderer plain() {
    return new DiagnosticRenderer(false);
  }

  /** With ANSI colours. */
  public static DiagnosticRenderer coloured() {
    return new DiagnosticRenderer(true);
  }

  /** All of them, with an empty line between two, ending with a line end. */
  public String render(List<Diagnostic> diagnostics) {
    var out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(out.isEmpty() ? "" : "\n").append(diagnostic).append('\n');
    }
    return out.append(colour ? "" : "").toString();
  }
}

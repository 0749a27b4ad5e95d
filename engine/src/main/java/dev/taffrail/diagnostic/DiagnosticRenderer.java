package dev.taffrail.diagnostic;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Prints diagnostics with the source lines they are about. */
public final class DiagnosticRenderer {
  private final Style style;

  private DiagnosticRenderer(Style style) {
    this.style = style;
  }

  public static DiagnosticRenderer plain() {
    return new DiagnosticRenderer(Style.PLAIN);
  }

  /** With ANSI colours. */
  public static DiagnosticRenderer coloured() {
    return new DiagnosticRenderer(Style.COLOURED);
  }

  /** All of them, with an empty line between two, ending with a line end. */
  public String render(List<Diagnostic> diagnostics) {
    var out = new StringBuilder();
    for (Diagnostic diagnostic : diagnostics) {
      out.append(out.isEmpty() ? "" : "\n").append(render(diagnostic));
    }
    return out.toString();
  }

  /** One of them, ending with a line end. */
  public String render(Diagnostic diagnostic) {
    var level = diagnostic.level();
    var out = new StringBuilder();
    var title = "%s[%s]".formatted(level.word(), diagnostic.code());
    out.append(style.primary(level, title))
        .append(style.bold(": " + Printable.text(diagnostic.message())))
        .append('\n');
    var byFile = underlines(diagnostic);
    int width = numberWidth(byFile);
    byFile.forEach(
        (source, underlines) -> {
          var first = underlines.getFirst();
          out.append(heading(width, place(source, diagnostic, first)));
          out.append(new Excerpt(source, width, style, level).print(underlines));
        });
    appendHelp(out, diagnostic.help(), width);
    return out.toString();
  }

  /** The file of the primary place comes first. */
  private static Map<SourceFile, List<Underline>> underlines(Diagnostic diagnostic) {
    var byFile = new LinkedHashMap<SourceFile, List<Underline>>();
    add(byFile, diagnostic.span(), true, diagnostic.label());
    for (Diagnostic.Label label : diagnostic.related()) {
      add(byFile, label.span(), false, label.words());
    }
    return byFile;
  }

  private static void add(
      Map<SourceFile, List<Underline>> byFile, Span span, boolean primary, String words) {
    byFile
        .computeIfAbsent(span.source(), source -> new ArrayList<>())
        .addAll(Underline.of(span, primary, words));
  }

  private static int numberWidth(Map<SourceFile, List<Underline>> byFile) {
    int last =
        byFile.values().stream().flatMap(List::stream).mapToInt(Underline::line).max().orElse(1);
    return Integer.toString(last).length();
  }

  private static Span place(SourceFile source, Diagnostic diagnostic, Underline first) {
    int start = source.lineStart(first.line()) + first.start();
    return first.primary() ? diagnostic.span() : source.span(start, start);
  }

  private String heading(int width, Span place) {
    return " ".repeat(width + 1)
        + style.gutter("┌─")
        + " "
        + Printable.text(place.toString())
        + "\n";
  }

  private void appendHelp(StringBuilder out, List<String> help, int width) {
    var margin = " ".repeat(width + 1);
    for (int i = 0; i < help.size(); i++) {
      out.append(margin)
          .append(i == 0 ? style.gutter("=") + " " : "  ")
          .append(Printable.text(help.get(i)))
          .append('\n');
    }
  }
}

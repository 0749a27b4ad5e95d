package dev.taffrail.repl;

import dev.taffrail.Reply;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.repl.Response.Status;
import dev.taffrail.session.Declared;
import dev.taffrail.source.Position;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the compiler says, in words and for programs. */
record CompilerText(Ink ink) {
  Response wrong(Reply.Wrong wrong) {
    String text = diagnostics(wrong.diagnostics());
    boolean demands = wrong.diagnostics().stream().anyMatch(d -> d.code() == DiagnosticCode.E0111);
    if (demands && wrong.broken().isEmpty()) {
      text += "at the prompt leave out `!`, except at the end: what is not set stays unset\n";
    }
    if (!wrong.broken().isEmpty()) {
      text +=
          "nothing was changed: %s would not compile any more\n".formatted(titles(wrong.broken()));
    }
    return Response.of(
        Status.WRONG,
        text,
        Map.of(
            "kind",
            "error",
            "diagnostics",
            wrong.diagnostics().stream().map(CompilerText::json).toList()));
  }

  String diagnostics(List<Diagnostic> diagnostics) {
    return diagnostics.isEmpty()
        ? ""
        : (ink.colour() ? DiagnosticRenderer.coloured() : DiagnosticRenderer.plain())
            .render(diagnostics);
  }

  private static Map<String, Object> json(Diagnostic diagnostic) {
    var json = new LinkedHashMap<String, Object>();
    Position at = diagnostic.span().startPosition();
    json.put("code", diagnostic.code().name());
    json.put("level", diagnostic.level() == Level.ERROR ? "error" : "warning");
    json.put("message", diagnostic.message());
    json.put("file", diagnostic.span().source().name());
    json.put("line", at.line());
    json.put("column", at.column());
    return json;
  }

  static String titles(List<Declared> declared) {
    return declared.stream().map(Declared::title).collect(Collectors.joining(", "));
  }
}

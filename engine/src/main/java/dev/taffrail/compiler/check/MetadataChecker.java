package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Severity;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads the {@code key: value} lines of a policy or rule. */
final class MetadataChecker {
  private static final List<String> KEYS =
      List.of(
          "title",
          "severity",
          "controls",
          "remediation",
          "references",
          "since",
          "tags",
          "id",
          "formerly");

  private final DiagnosticSink diagnostics;
  private final Frameworks frameworks = new Frameworks();

  MetadataChecker(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  /** What stands where nothing is written; the severity of a policy that names none is medium. */
  static IrPolicy.Metadata unsaid() {
    return new IrPolicy.Metadata(
        "", Severity.MEDIUM, "", "", List.of(), List.of(), List.of(), List.of());
  }

  IrPolicy.Metadata read(
      List<Declaration.Metadata> lines, List<DocLine> documentation, IrPolicy.Metadata outer) {
    String title = outer.title();
    Severity severity = outer.severity();
    String remediation = outer.remediation();
    List<Control> controls = outer.controls();
    List<String> references = outer.references();
    List<String> tags = outer.tags();
    List<String> formerly = List.of();
    var seen = new java.util.HashMap<String, Span>();
    for (Declaration.Metadata line : lines) {
      Span earlier = seen.putIfAbsent(line.key().text(), line.key().span());
      if (earlier != null) {
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.E0115,
                    line.key().span(),
                    "`%s` is given twice".formatted(line.key()))
                .related(earlier, "first here"));
      }
      switch (line.key().text()) {
        case "title" -> title = text(line.value()).orElse(title);
        case "severity" -> severity = severity(line.value()).orElse(severity);
        case "controls" -> controls = controls(line.value());
        case "remediation" -> remediation = text(line.value()).orElse(remediation);
        case "references" -> references = texts(line.value());
        case "tags" -> tags = texts(line.value());
        case "since", "id" -> text(line.value());
        case "formerly" -> formerly = texts(line.value());
        default -> unknownKey(line.key());
      }
    }
    String description =
        documentation.isEmpty()
            ? outer.description()
            : documentation.stream().map(DocLine::text).collect(Collectors.joining("\n"));
    return new IrPolicy.Metadata(
        title, severity, description, remediation, controls, references, tags, formerly);
  }

  private void unknownKey(Ident key) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0118, key.span(), "unknown metadata key `%s`".formatted(key));
    var near = Spelling.nearest(key.text(), KEYS);
    diagnostics.report(
        near.isPresent()
            ? diagnostic
                .label("did you mean `%s`?".formatted(near.get()))
                .fix(key.span(), near.get())
            : diagnostic.help("Known keys: " + String.join(", ", KEYS) + "."));
  }

  private Optional<String> text(Expr value) {
    if (value instanceof Expr.StringLiteral string && string.plainText().isPresent()) {
      return string.plainText();
    }
    wanted(value, "a quoted text without holes");
    return Optional.empty();
  }

  private List<String> texts(Expr value) {
    if (!(value instanceof Expr.ListLiteral list)) {
      wanted(value, "a list of quoted texts");
      return List.of();
    }
    return list.elements().stream().map(this::text).flatMap(Optional::stream).toList();
  }

  private void wanted(Expr value, String what) {
    if (!(value instanceof Expr.Hole)) {
      diagnostics.report(
          Diagnostic.of(DiagnosticCode.E0104, value.span(), "%s is wanted here".formatted(what)));
    }
  }

  private Optional<Severity> severity(Expr value) {
    String word = value instanceof Expr.Name name ? name.name() : "";
    var severity = Severity.of(word);
    if (severity.isEmpty() && !(value instanceof Expr.Hole)) {
      var words = Arrays.stream(Severity.values()).map(Severity::word).toList();
      diagnostics.report(
          value instanceof Expr.Name
              ? TypeDiagnostics.notInList(value.span(), word, words, false, "")
              : Diagnostic.of(DiagnosticCode.E0104, value.span(), "a severity is wanted here")
                  .help("Write one of " + String.join(", ", words) + ", without quotes."));
    }
    return severity;
  }

  private List<Control> controls(Expr value) {
    if (!(value instanceof Expr.RecordLiteral record)) {
      wanted(value, "a record such as { cis: \"5.2.2\" }");
      return List.of();
    }
    var controls = new ArrayList<Control>();
    for (Expr.Entry entry : record.entries()) {
      if (entry instanceof Expr.Entry.Field field && knownFramework(field.name())) {
        List<Expr> ids =
            field.value() instanceof Expr.ListLiteral list
                ? list.elements()
                : List.of(field.value());
        for (Expr id : ids) {
          text(id)
              .ifPresent(
                  number -> {
                    checkNumber(field.name().text(), number, id.span());
                    controls.add(new Control(field.name().text(), number));
                  });
        }
      }
    }
    controls.sort(Comparator.comparing(Control::framework).thenComparing(Control::id));
    return controls;
  }

  private boolean knownFramework(Ident name) {
    if (frameworks.names().contains(name.text())) {
      return true;
    }
    var near = Spelling.nearest(name.text(), frameworks.names());
    if (near.isEmpty()) {
      return true;
    }
    diagnostics.report(
        Diagnostic.of(DiagnosticCode.E0118, name.span(), "unknown framework `%s`".formatted(name))
            .label("did you mean `%s`?".formatted(near.get()))
            .fix(name.span(), near.get()));
    return false;
  }

  private void checkNumber(String framework, String number, Span span) {
    var numbers = frameworks.numbers(framework);
    if (numbers.isEmpty() || numbers.get().contains(number)) {
      return;
    }
    var diagnostic =
        Diagnostic.of(
            DiagnosticCode.E0113,
            span,
            "control `%s` does not exist in %s".formatted(number, frameworks.title(framework)));
    diagnostics.report(
        Spelling.nearest(number, numbers.get())
            .map(
                n ->
                    diagnostic
                        .label("did you mean \"%s\"?".formatted(n))
                        .fix(span, "\"" + n + "\""))
            .orElse(diagnostic));
  }
}

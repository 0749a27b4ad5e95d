package dev.taffrail.compiler.document;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A document of kind Enforcement as the declaration it stands for. */
final class EnforcementDocument {
  private static final List<String> LEVELS = List.of("deny", "warn", "audit", "off");

  private final DocumentReader document;

  EnforcementDocument(DocumentReader document) {
    this.document = document;
  }

  Optional<Declaration> read(Node.Mapping root, Node.Mapping spec) {
    document.onlyKeys(spec, "enforcement", List.of("grandfather", "lines", "onError", "subject"));
    var subject = document.text(spec, "subject");
    var lines =
        document
            .required(spec, "lines")
            .flatMap(
                node ->
                    node instanceof Node.Sequence list
                        ? Optional.of(list)
                        : document.<Node.Sequence>wrong(node, "lines", "a list"));
    if (subject.isEmpty() || lines.isEmpty()) {
      return Optional.empty();
    }
    var read = new ArrayList<Declaration.EnforcementLine>();
    for (Node element : lines.get().elements()) {
      if (element instanceof Node.Mapping line) {
        line(line).ifPresent(read::add);
      } else {
        document.wrong(element, "lines", "a list of objects");
      }
    }
    var options = new ArrayList<>(document.options(spec, List.of("grandfather")));
    onError(spec).ifPresent(options::add);
    return Optional.of(
        new Declaration.Enforcement(
            document.span(root),
            List.of(),
            List.of(),
            document.key(root, "kind"),
            document.name(subject.get(), subject.get().value()),
            read,
            options));
  }

  private Optional<Declaration.Metadata> onError(Node.Mapping spec) {
    return document
        .optional(spec, "onError")
        .flatMap(node -> document.word(node, "onError", LEVELS))
        .map(
            level ->
                new Declaration.Metadata(
                    document.key(spec, "onError"),
                    new Ident(document.key(spec, "onError"), "onError"),
                    new Expr.Name(level.span(), level.text())));
  }

  private Optional<Declaration.EnforcementLine> line(Node.Mapping line) {
    document.onlyKeys(line, "a line", List.of("level", "when"));
    Optional<Expr> condition =
        document
            .optional(line, "when")
            .flatMap(node -> document.text(node, "when"))
            .map(this::when);
    return document
        .required(line, "level")
        .flatMap(node -> document.word(node, "level", LEVELS))
        .map(level -> new Declaration.EnforcementLine(level.span(), level, condition));
  }

  private Expr when(Node.Text text) {
    return new PolicyParser().parseExpression(alone(text), document.sink());
  }

  /** The expression at its place in the document, with nothing around it that could be read. */
  private SourceFile alone(Node.Text text) {
    String whole = document.source().text();
    String written = whole.substring(text.start(), text.end());
    int inside = written.indexOf(text.value());
    // Escapes and folded lines stand elsewhere than in the document; then the line must do.
    int line = document.span(text).startPosition().line();
    String before =
        inside < 0
            ? "\n".repeat(line - 1)
            : whole.substring(0, text.start() + inside).replaceAll("[^\r\n]", " ");
    return SourceFile.of(document.source().name(), before + text.value());
  }
}

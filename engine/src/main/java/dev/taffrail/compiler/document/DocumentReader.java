package dev.taffrail.compiler.document;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.QualifiedName;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes values out of a document as pieces of syntax, and reports those of the wrong form. */
final class DocumentReader {
  private final SourceFile source;
  private final DiagnosticSink sink;

  DocumentReader(SourceFile source, DiagnosticSink sink) {
    this.source = source;
    this.sink = sink;
  }

  SourceFile source() {
    return source;
  }

  DiagnosticSink sink() {
    return sink;
  }

  Span span(Node node) {
    return source.span(node.start(), node.end());
  }

  /** The first key of a document, which stands for it in messages. */
  Span start(Node.Mapping document) {
    return document.size() == 0 ? span(document) : key(document, document.key(0));
  }

  /** A key as it is written, or the whole mapping if it is not there. */
  Span key(Node.Mapping mapping, String key) {
    int at = mapping.indexOf(key);
    if (at < 0) {
      return start(mapping);
    }
    int start = mapping.keyStart(at);
    return source.span(start, Math.min(start + key.length(), source.text().length()));
  }

  void onlyKeys(Node.Mapping mapping, String what, List<String> known) {
    for (int i = 0; i < mapping.size(); i++) {
      String key = mapping.key(i);
      if (!known.contains(key)) {
        sink.report(DocumentDiagnostics.unknownKey(key(mapping, key), what, key, known));
      }
    }
  }

  /** A value that must be there; null is not. */
  Optional<Node> required(Node.Mapping mapping, String key) {
    Optional<Node> value = optional(mapping, key);
    if (value.isEmpty()) {
      sink.report(DocumentDiagnostics.missing(start(mapping), key));
    }
    return value;
  }

  Optional<Node> optional(Node.Mapping mapping, String key) {
    return mapping.find(key);
  }

  Optional<Node.Mapping> mapping(Node.Mapping parent, String key) {
    return required(parent, key)
        .flatMap(
            node ->
                node instanceof Node.Mapping mapping
                    ? Optional.of(mapping)
                    : wrong(node, key, "an object"));
  }

  Optional<Node.Text> text(Node.Mapping parent, String key) {
    return required(parent, key).flatMap(node -> text(node, key));
  }

  Optional<Node.Text> text(Node node, String key) {
    return node instanceof Node.Text text ? Optional.of(text) : wrong(node, key, "a string");
  }

  /** One of a few words; YAML takes {@code off} without quotes for a Boolean. */
  Optional<Ident> word(Node node, String key, List<String> words) {
    String written =
        node instanceof Node.Text text
            ? text.value()
            : source.text().substring(node.start(), node.end());
    if (words.contains(written)) {
      return Optional.of(new Ident(span(node), written));
    }
    sink.report(
        DocumentDiagnostics.wrongValue(
            span(node), key, "one of " + String.join(", ", words), "`%s`".formatted(written)));
    return Optional.empty();
  }

  <T> Optional<T> wrong(Node node, String key, String wanted) {
    sink.report(DocumentDiagnostics.wrongValue(span(node), key, wanted, node.what()));
    return Optional.empty();
  }

  Expr.StringLiteral literal(Node.Text text) {
    return new Expr.StringLiteral(
        span(text), List.of(new Expr.Part.Text(span(text), text.value())), false);
  }

  /** A name whose parts are parted by dots and slashes. */
  QualifiedName name(Node.Text text, String written) {
    return new QualifiedName(
        span(text),
        Arrays.stream(written.split("[./]", -1)).map(part -> new Ident(span(text), part)).toList());
  }

  /** The options of a declaration, for keys that are there. */
  List<Declaration.Metadata> options(Node.Mapping spec, List<String> keys) {
    return keys.stream()
        .flatMap(key -> optional(spec, key).map(node -> option(spec, key, node)).stream())
        .toList();
  }

  private Declaration.Metadata option(Node.Mapping spec, String key, Node node) {
    Span place = key(spec, key);
    return new Declaration.Metadata(
        source.span(place.start(), Math.max(place.end(), node.end())),
        new Ident(place, key),
        expression(node));
  }

  /** A text is a literal, whatever stands in it. */
  private Expr expression(Node node) {
    return switch (node) {
      case Node.Text text -> literal(text);
      case Node.Bool truth ->
          new Expr.Literal(span(node), Expr.LiteralKind.BOOL, Boolean.toString(truth.value()));
      case Node.Sequence list ->
          new Expr.ListLiteral(span(node), list.elements().stream().map(this::expression).toList());
      case Node.Int number ->
          new Expr.Literal(span(node), Expr.LiteralKind.INT, Long.toString(number.value()));
      case Node.Fraction number ->
          new Expr.Literal(span(node), Expr.LiteralKind.DECIMAL, number.value().toPlainString());
      case Node.Mapping mapping -> new Expr.RecordLiteral(span(node), List.of());
      case Node.Null nothing -> new Expr.RecordLiteral(span(node), List.of());
    };
  }
}

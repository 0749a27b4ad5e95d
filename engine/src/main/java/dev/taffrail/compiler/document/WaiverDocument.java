package dev.taffrail.compiler.document;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.object.Node;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** A document of kind Waiver as the declaration it stands for. */
final class WaiverDocument {
  private static final List<String> OPTIONS =
      List.of("approvedBy", "containers", "imageUnder", "path", "ticket");

  private final DocumentReader document;

  WaiverDocument(DocumentReader document) {
    this.document = document;
  }

  Optional<Declaration> read(Node.Mapping root, Node.Mapping spec) {
    document.onlyKeys(
        spec,
        "a waiver",
        List.of(
            "approvedBy",
            "containers",
            "for",
            "imageUnder",
            "path",
            "policy",
            "reason",
            "rule",
            "ticket",
            "until"));
    var policy = document.text(spec, "policy");
    var rule = document.optional(spec, "rule").flatMap(node -> document.text(node, "rule"));
    var object = document.mapping(spec, "for");
    object.ifPresent(o -> document.onlyKeys(o, "`for`", List.of("kind", "name", "namespace")));
    var kind = object.flatMap(this::kind);
    var name = object.flatMap(this::name);
    var until = document.text(spec, "until");
    var reason = document.text(spec, "reason");
    if (policy.isEmpty()
        || kind.isEmpty()
        || name.isEmpty()
        || until.isEmpty()
        || reason.isEmpty()) {
      return Optional.empty();
    }
    Node.Text day = until.get();
    // module/policy/rule, as reports write it
    String[] parts = policy.get().value().split("/", -1);
    boolean withRule = parts.length == 3 && rule.isEmpty();
    String id = withRule ? parts[0] + "/" + parts[1] : policy.get().value();
    Span place = document.span(policy.get());
    return Optional.of(
        new Declaration.Waiver(
            document.span(root),
            List.of(),
            List.of(),
            document.key(root, "kind"),
            document.name(policy.get(), id),
            withRule
                ? Optional.of(new Ident(place, parts[2]))
                : rule.map(r -> new Ident(document.span(r), r.value())),
            kind.get(),
            name.get(),
            new Expr.Literal(document.span(day), Expr.LiteralKind.DATE, day.value()),
            document.literal(reason.get()),
            document.options(spec, OPTIONS)));
  }

  private Optional<TypeExpr> kind(Node.Mapping object) {
    return document
        .required(object, "kind")
        .flatMap(
            node -> {
              if (!(node instanceof Node.Sequence list)) {
                return document.text(node, "kind").map(this::named);
              }
              var members =
                  list.elements().stream()
                      .flatMap(element -> document.text(element, "kind").stream())
                      .map(this::named)
                      .toList();
              if (members.isEmpty()) {
                return document.wrong(node, "kind", "a kind or several");
              }
              return Optional.of(
                  members.size() == 1
                      ? members.getFirst()
                      : new TypeExpr.UnionOf(document.span(node), members));
            });
  }

  private TypeExpr named(Node.Text kind) {
    return new TypeExpr.Named(document.span(kind), document.name(kind, kind.value()), List.of());
  }

  private Optional<Expr.StringLiteral> name(Node.Mapping object) {
    var namespace =
        document.optional(object, "namespace").flatMap(node -> document.text(node, "namespace"));
    return document
        .text(object, "name")
        .map(
            name -> {
              String whole = namespace.map(n -> n.value() + "/").orElse("") + name.value();
              Span span = document.span(name);
              return new Expr.StringLiteral(span, List.of(new Expr.Part.Text(span, whole)), false);
            });
  }
}

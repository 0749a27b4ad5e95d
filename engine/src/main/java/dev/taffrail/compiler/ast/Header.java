package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** A line of a file's header. */
public sealed interface Header {
  Span span();

  /** {@code edition 2026}. */
  record Edition(Span span, String year) implements Header {}

  /** {@code module acme.baseline version "1.4.0"}, with the documentation of the module. */
  record Module(
      Span span,
      List<DocLine> documentation,
      QualifiedName name,
      Optional<Expr.StringLiteral> version)
      implements Header {
    public Module {
      documentation = List.copyOf(documentation);
    }
  }

  /** {@code use kubernetes "1.33"}. */
  record UseKubernetes(Span span, Expr.StringLiteral version) implements Header {}

  /** {@code import std.images as img}; without alias the last part of the name is the alias. */
  record Import(Span span, QualifiedName module, Optional<Ident> alias) implements Header {
    public Ident visibleName() {
      return alias.orElse(module.last());
    }
  }

  /** {@code import schema "crds/widget.yaml" as acme}, with what annotations say of its kinds. */
  record ImportSchema(
      Span span, List<Declaration.Annotation> annotations, Expr.StringLiteral path, Ident alias)
      implements Header {
    public ImportSchema {
      annotations = List.copyOf(annotations);
    }
  }
}

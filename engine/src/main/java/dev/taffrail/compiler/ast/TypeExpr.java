package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;

/** A type as written. */
public sealed interface TypeExpr {
  Span span();

  /** {@code String}, {@code List<Int>}, {@code rbac.Grant}. */
  record Named(Span span, QualifiedName name, List<TypeExpr> arguments) implements TypeExpr {
    public Named {
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code T?}. */
  record OptionalOf(Span span, TypeExpr type) implements TypeExpr {}

  /** {@code { name: String, size?: Int = 1 }}. */
  record RecordOf(Span span, List<FieldDeclaration> fields) implements TypeExpr {
    public RecordOf {
      fields = List.copyOf(fields);
    }
  }

  /** {@code "a"}; several of them in a union make a string enum. */
  record Literal(Span span, String text) implements TypeExpr {}

  /** {@code A | B}, at least two members, none of them a union. */
  record UnionOf(Span span, List<TypeExpr> members) implements TypeExpr {
    public UnionOf {
      members = List.copyOf(members);
    }
  }

  /** Stands where a type could not be read; its mistake is reported already. */
  record Hole(Span span) implements TypeExpr {}

  /** One field of a record type. */
  record FieldDeclaration(
      Span span,
      List<DocLine> documentation,
      Ident name,
      boolean optional,
      TypeExpr type,
      Optional<Expr> defaultValue) {
    public FieldDeclaration {
      documentation = List.copyOf(documentation);
    }
  }
}

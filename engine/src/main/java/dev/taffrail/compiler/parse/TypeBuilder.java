package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.TypeExpr;
import dev.taffrail.grammar.TaffrailParser.FieldTypeContext;
import dev.taffrail.grammar.TaffrailParser.LiteralTypeContext;
import dev.taffrail.grammar.TaffrailParser.NamedTypeContext;
import dev.taffrail.grammar.TaffrailParser.OptionalTypeContext;
import dev.taffrail.grammar.TaffrailParser.RecordTypeContext;
import dev.taffrail.grammar.TaffrailParser.SimpleTypeContext;
import dev.taffrail.grammar.TaffrailParser.TypeContext;
import java.util.List;
import java.util.Optional;

/** Builds types. */
final class TypeBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;

  TypeBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  TypeExpr type(TypeContext type) {
    if (!context.enter(1, type)) {
      return new TypeExpr.Hole(context.span(type));
    }
    var members = type.optionalType().stream().map(this::optionalType).toList();
    context.leave(1);
    return members.size() == 1
        ? members.getFirst()
        : new TypeExpr.UnionOf(context.span(type), members);
  }

  private TypeExpr optionalType(OptionalTypeContext type) {
    var inner = simpleType(type.simpleType());
    return type.QUESTION() == null ? inner : new TypeExpr.OptionalOf(context.span(type), inner);
  }

  TypeExpr simpleType(SimpleTypeContext type) {
    var span = context.span(type);
    return switch (type) {
      case NamedTypeContext named ->
          new TypeExpr.Named(
              span,
              context.qualifiedName(named.qualifiedName()),
              named.type().stream().map(this::type).toList());
      case RecordTypeContext fields ->
          new TypeExpr.RecordOf(span, fields.fieldType().stream().map(this::field).toList());
      case LiteralTypeContext literal ->
          new TypeExpr.Literal(span, expressions.strings().plain(literal.string(), "a type"));
      default -> new TypeExpr.Hole(span);
    };
  }

  private TypeExpr.FieldDeclaration field(FieldTypeContext field) {
    Optional<Expr> defaultValue = Optional.ofNullable(field.expr()).map(expressions::expression);
    return new TypeExpr.FieldDeclaration(
        context.span(field),
        List.copyOf(context.documentation(field)),
        context.name(field.name()),
        field.QUESTION() != null,
        type(field.type()),
        defaultValue);
  }
}

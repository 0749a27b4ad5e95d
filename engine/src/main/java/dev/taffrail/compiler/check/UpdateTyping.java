package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrUpdate;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code with} on Kubernetes objects: fields are merged, and so are lists whose elements the schema
 * tells apart by a key; everything else is replaced.
 */
final class UpdateTyping {
  private final ExpressionChecker expressions;

  UpdateTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr with(Expr.With with, IrExpr base, ObjectType type, Context context) {
    return new IrExpr.Update(with.span(), type, base, fields(with.patch(), type, context));
  }

  private IrUpdate fields(Expr.RecordLiteral patch, ObjectType type, Context context) {
    var entries = new ArrayList<IrUpdate.Entry>();
    for (Expr.Entry entry : patch.entries()) {
      switch (entry) {
        case Expr.Entry.Spread spread -> noSpread(spread);
        case Expr.Entry.Field field -> {
          String name = field.name().text();
          var declared = type.field(name);
          if (declared.isPresent()) {
            entries.add(
                new IrUpdate.Entry(
                    name,
                    field.name().span().start(),
                    value(field.value(), declared.get(), context)));
          } else {
            expressions.report(
                TypeDiagnostics.unknownField(
                    field.name(), type.name(), type.fields().keySet(), ""));
          }
        }
      }
    }
    return new IrUpdate.Fields(entries);
  }

  private IrUpdate value(Expr written, Field field, Context context) {
    return switch (field.type()) {
      case ObjectType object when written instanceof Expr.RecordLiteral patch ->
          fields(patch, object, context);
      case Type.MapOf map when written instanceof Expr.RecordLiteral patch ->
          entries(patch, map, context);
      case Type.ListOf(ObjectType element) when written instanceof Expr.ListLiteral list ->
          new IrUpdate.Elements(
              field.mergeKeys(),
              list.elements().stream().map(e -> element(e, element, context)).toList(),
              list.span().start(),
              list.span().end());
      default -> new IrUpdate.Whole(expressions.expect(written, context, field.type()));
    };
  }

  private IrUpdate element(Expr written, ObjectType type, Context context) {
    return written instanceof Expr.RecordLiteral patch
        ? fields(patch, type, context)
        : new IrUpdate.Whole(expressions.expect(written, context, type));
  }

  private IrUpdate entries(Expr.RecordLiteral patch, Type.MapOf type, Context context) {
    List<IrUpdate.Entry> entries = new ArrayList<>();
    for (Expr.Entry entry : patch.entries()) {
      switch (entry) {
        case Expr.Entry.Spread spread -> noSpread(spread);
        case Expr.Entry.Field field ->
            entries.add(
                new IrUpdate.Entry(
                    field.name().text(),
                    field.name().span().start(),
                    new IrUpdate.Whole(expressions.expect(field.value(), context, type.value()))));
      }
    }
    return new IrUpdate.Fields(entries);
  }

  private void noSpread(Expr.Entry.Spread spread) {
    expressions.report(
        TypeDiagnostics.notAllowedHere(
            spread.span(), "`...` has no place in an update", "Name the fields that change."));
  }
}

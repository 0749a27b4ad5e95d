package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrUpdate;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Node;
import dev.taffrail.source.Span;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code with} on Kubernetes objects: fields are merged, and so are lists whose elements the schema
 * tells apart by a key; everything else is replaced.
 */
final class UpdateTyping {
  private static final Set<String> IDENTITY = Set.of("apiVersion", "kind");

  private final ExpressionChecker expressions;

  /** Records are whole, and nothing stands below them that could have what they lack. */
  private final boolean complete;

  UpdateTyping(ExpressionChecker expressions) {
    this(expressions, false);
  }

  private UpdateTyping(ExpressionChecker expressions, boolean complete) {
    this.expressions = expressions;
    this.complete = complete;
  }

  IrExpr with(Expr.With with, IrExpr base, ObjectType type, Context context) {
    return new IrExpr.Update(with.span(), type, base, fields(with.patch(), type, context));
  }

  /** A record of Kubernetes that policy code writes: an empty one with all its fields changed. */
  IrExpr literal(Expr.RecordLiteral written, ObjectType type, Context context) {
    var made = new UpdateTyping(expressions, true);
    return new IrExpr.Update(
        written.span(), type, empty(written.span(), type), made.fields(written, type, context));
  }

  /** One that says what it is, as an object does. */
  private static IrExpr empty(Span span, ObjectType type) {
    var identity =
        type.kind()
            .map(ObjectType.Kind::identity)
            .orElse(new GroupVersionKind("", "", type.name()));
    int at = span.start();
    var node =
        type.kind().isEmpty()
            ? new Node.Mapping(new String[0], new int[0], new Node[0], at, span.end())
            : new Node.Mapping(
                new String[] {"apiVersion", "kind"},
                new int[] {at, at},
                new Node[] {
                  new Node.Text(identity.apiVersion(), at, at),
                  new Node.Text(identity.kind(), at, at)
                },
                at,
                span.end());
    var object = KubernetesObject.of(span.source(), node, identity, 0);
    return ExpressionChecker.constant(
        span, type, ObjectValue.root(type, node, new Place(object, FieldPath.ROOT)));
  }

  private void reportMissing(Expr.RecordLiteral written, ObjectType type) {
    Set<String> given =
        written.entries().stream()
            .flatMap(
                e -> e instanceof Expr.Entry.Field f ? Stream.of(f.name().text()) : Stream.of())
            .collect(Collectors.toSet());
    type.fields().values().stream()
        .filter(field -> field.required() && !given.contains(field.name()))
        .filter(field -> type.kind().isEmpty() || !IDENTITY.contains(field.name()))
        .map(Field::name)
        .forEach(
            name ->
                expressions.report(
                    Diagnostic.of(
                        DiagnosticCode.E0104,
                        written.span(),
                        "`%s` is missing: `%s` needs it".formatted(name, type.name()))));
  }

  private IrUpdate fields(Expr.RecordLiteral patch, ObjectType type, Context context) {
    if (complete) {
      reportMissing(patch, type);
    }
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
            spread.span(),
            complete
                ? "`...` has no place in a record of Kubernetes"
                : "`...` has no place in an update",
            complete ? "Change another record: other with { … }" : "Name the fields that change."));
  }
}

package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;

/** {@code is}, {@code as}, {@code as?} and {@code with}. */
final class ConversionTyping {
  private final ExpressionChecker expressions;

  ConversionTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr is(Expr.Is is, Context context) {
    return switch (is.test()) {
      case Expr.Test.Presence presence -> presence(is, presence, context);
      case Expr.Test.Emptiness emptiness -> emptiness(is, emptiness, context);
      case Expr.Test.OfType test -> ofType(is, test, context);
    };
  }

  private IrExpr presence(Expr.Is is, Expr.Test.Presence presence, Context context) {
    IrExpr operand = expressions.infer(is.operand(), context);
    IrExpr raw = operand instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : operand;
    boolean canBeUnset =
        raw.type().isOptional()
            || raw.type().isUnknown()
            || raw instanceof IrExpr.ReadField
            || raw instanceof IrExpr.Index;
    if (!canBeUnset) {
      expressions.report(
          TypeDiagnostics.noEffect(
                  is.span(), "this is always %s".formatted(presence.set() ? "true" : "false"))
              .label("`%s` always has a value".formatted(TypePrinter.print(raw.type()))));
    }
    return new IrExpr.IsSet(is.span(), raw, presence.set());
  }

  private IrExpr emptiness(Expr.Is is, Expr.Test.Emptiness emptiness, Context context) {
    IrExpr operand = expressions.present(is.operand(), context, Scalar.UNKNOWN);
    boolean sized =
        switch (operand.type().bare()) {
          case Type.ListOf list -> true;
          case Type.SetOf set -> true;
          case Type.MapOf map -> true;
          default ->
              Assignability.isTextual(operand.type())
                  || operand.type() == Scalar.BYTES
                  || operand.type().isUnknown();
        };
    if (!sized) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  operand.span(),
                  "text, a list, a set or a map can be empty, but this is %s"
                      .formatted(TypeDiagnostics.article(operand.type())))
              .label("this is `%s`".formatted(TypePrinter.print(operand.type()))));
    }
    return new IrExpr.IsEmpty(is.span(), operand, emptiness.empty());
  }

  private IrExpr ofType(Expr.Is is, Expr.Test.OfType test, Context context) {
    IrExpr operand = expressions.infer(is.operand(), context);
    Type tested = expressions.services().types().resolve(test.type(), context.file());
    if (Kinds.of(operand.type().bare()).isEmpty() && Kinds.areComponents(tested)) {
      expressions.report(TypeDiagnostics.componentsOnlyAsTarget(test.type().span(), tested));
    }
    boolean possible =
        operand.type().isUnknown()
            || tested.isUnknown()
            || operand.type().bare() == Scalar.ANY
            || operand.type().bare() == Scalar.JSON
            || Assignability.fits(tested, operand.type().bare());
    if (!possible) {
      expressions.report(
          TypeDiagnostics.noEffect(is.span(), "this is always false")
              .label(
                  "`%s` is never `%s`"
                      .formatted(TypePrinter.print(operand.type()), TypePrinter.print(tested))));
    }
    return new IrExpr.IsType(is.span(), operand, tested);
  }

  IrExpr as(Expr.As as, Context context) {
    IrExpr operand = expressions.infer(as.operand(), context);
    Type target = expressions.services().types().resolve(as.type(), context.file());
    if (Kinds.areComponents(target)) {
      expressions.report(TypeDiagnostics.componentsOnlyAsTarget(as.type().span(), target));
    }
    Type from = operand.type().bare();
    boolean dynamic = from == Scalar.JSON || from == Scalar.ANY || from instanceof Type.UnionOf;
    if (!dynamic && !from.isUnknown()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  as.span(),
                  "`as` gives a type to data without one, but this is %s"
                      .formatted(TypeDiagnostics.article(from)))
              .label("this is `%s`".formatted(TypePrinter.print(operand.type()))));
      return ExpressionChecker.unknown(as.span());
    }
    boolean collection =
        target instanceof Type.ListOf
            || target instanceof Type.SetOf
            || target instanceof Type.MapOf;
    if (as.optional() && collection && from == Scalar.JSON) {
      expressions.report(TypeDiagnostics.typoWouldPass(as.operand().span()));
    }
    boolean optional = as.optional() || operand.type().isOptional();
    return new IrExpr.Convert(
        as.span(), optional ? Type.optional(target) : target, operand, as.optional());
  }

  IrExpr with(Expr.With with, Context context) {
    IrExpr base = expressions.present(with.base(), context, Scalar.UNKNOWN);
    if (base.type() instanceof Type.RecordType record) {
      return new IrExpr.RecordOf(
          with.span(),
          record,
          java.util.List.of(base),
          with.patch().entries().stream()
              .map(e -> entry(e, record, base, context))
              .flatMap(java.util.Optional::stream)
              .toList());
    }
    if (base.type() instanceof ObjectType object) {
      return new UpdateTyping(expressions).with(with, base, object, context);
    }
    if (!base.type().isUnknown()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  base.span(),
                  "`with` changes records and objects, but this is %s"
                      .formatted(TypeDiagnostics.article(base.type())))
              .label("this is `%s`".formatted(TypePrinter.print(base.type()))));
    }
    return ExpressionChecker.unknown(with.span());
  }

  /** One field of an update; a record inside a record is updated in turn. */
  private java.util.Optional<IrExpr.FieldValue> entry(
      Expr.Entry entry, Type.RecordType record, IrExpr base, Context context) {
    if (!(entry instanceof Expr.Entry.Field field)) {
      expressions.report(
          TypeDiagnostics.notAllowedHere(
              entry.span(), "`...` has no place in an update", "Name the fields that change."));
      return java.util.Optional.empty();
    }
    var declared = record.field(field.name().text());
    if (declared.isEmpty()) {
      expressions.report(
          TypeDiagnostics.unknownField(
              field.name(),
              TypePrinter.print(record),
              record.fields().stream().map(Type.RecordField::name).toList(),
              ""));
      return java.util.Optional.empty();
    }
    Type type = declared.get().type();
    if (type instanceof Type.RecordType inner
        && field.value() instanceof Expr.RecordLiteral patch) {
      var nested = new IrExpr.ReadRecord(field.name().span(), inner, base, field.name().text());
      var fields =
          patch.entries().stream()
              .map(e -> entry(e, inner, nested, context))
              .flatMap(java.util.Optional::stream)
              .toList();
      return java.util.Optional.of(
          new IrExpr.FieldValue(
              field.name().text(),
              new IrExpr.RecordOf(field.span(), inner, java.util.List.of(nested), fields)));
    }
    return java.util.Optional.of(
        new IrExpr.FieldValue(
            field.name().text(), expressions.expect(field.value(), context, type)));
  }
}

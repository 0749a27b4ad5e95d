package dev.taffrail.tooling.explain;

import dev.taffrail.compiler.ir.ElementUse;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import java.util.stream.Stream;

/**
 * Finds operations that look at a value as a whole: what is unset inside of it makes it another
 * value, and nobody has been asked what that means.
 */
final class WholeValues {
  private WholeValues() {}

  /** Whether an expression does so itself, its parts aside. */
  static boolean isLookedAt(IrExpr expression) {
    return lookedAt(expression).anyMatch(WholeValues::canHideAbsence);
  }

  private static Stream<Type> lookedAt(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Compare e ->
          switch (e.comparison()) {
            case EQUAL, NOT_EQUAL -> Stream.of(e.left().type(), e.right().type());
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> Stream.empty();
          };
      case IrExpr.In e -> Stream.of(e.element().type());
      case IrExpr.Match e -> Stream.of(e.subject().type());
      case IrExpr.Index e -> Stream.of(e.index().type());
      case IrExpr.LookUp e -> Stream.of(e.key().type());
      case IrExpr.Arithmetic e -> Stream.of(e.left().type(), e.right().type());
      case IrExpr.Interpolation e -> e.parts().stream().map(IrExpr::type);
      case IrExpr.MapOf e -> e.entries().stream().map(entry -> entry.key().type());
      case IrExpr.Update e -> Stream.of(e.base().type());
      case IrExpr.CallBuiltin e when !ElementUse.handsOn(e.signature()) ->
          // Members of objects answer for the fields they are made of.
          e.arguments().stream()
              .skip(
                  e.signature().receiver().filter(ObjectType.class::isInstance).isPresent() ? 1 : 0)
              .map(IrExpr::type);
      // What the host makes of a record depends on all of it.
      case IrExpr.CallExternal e -> e.arguments().stream().map(IrExpr::type);
      case IrExpr.Comprehension e ->
          ElementUse.comparesResults(e.form()) ? Stream.of(e.body().type()) : Stream.empty();
      // Sets hold equal elements once, however they come to be.
      default ->
          expression.type() instanceof Type.SetOf set && makesSet(expression)
              ? Stream.of(set.element())
              : Stream.empty();
    };
  }

  private static boolean makesSet(IrExpr expression) {
    return expression instanceof IrExpr.Collection
        || expression instanceof IrExpr.Adapt
        || expression instanceof IrExpr.ReadField
        || expression instanceof IrExpr.Convert;
  }

  /** Whether two values of a type can differ in what is set inside of them. */
  static boolean canHideAbsence(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar == Type.Scalar.JSON || scalar == Type.Scalar.ANY;
      case Type.ListOf list -> canHideAbsence(list.element());
      case Type.SetOf set -> canHideAbsence(set.element());
      case Type.MapOf map -> canHideAbsence(map.key()) || canHideAbsence(map.value());
      case Type.OptionalOf optional -> true;
      case Type.RecordType record ->
          record.fields().stream()
              .anyMatch(field -> field.optional() || canHideAbsence(field.type()));
      case Type.UnionOf union -> true;
      case ObjectType object -> true;
      case Type.RangeOf range -> false;
      case Type.EnumType named -> false;
      case Type.TextEnum text -> false;
      case Type.Variable variable -> true;
    };
  }

  /** Whether a type written in policy code says what unset parts of data count as. */
  static boolean fillsIn(Type type) {
    return switch (type) {
      case Type.RecordType record ->
          record.fields().stream()
              .anyMatch(field -> field.defaultValue().isPresent() || fillsIn(field.type()));
      case Type.ListOf list -> true;
      case Type.SetOf set -> true;
      case Type.MapOf map -> true;
      case Type.OptionalOf optional -> fillsIn(optional.type());
      case Type.Scalar scalar -> false;
      case Type.UnionOf union -> false;
      case ObjectType object -> false;
      case Type.RangeOf range -> false;
      case Type.EnumType named -> false;
      case Type.TextEnum text -> false;
      case Type.Variable variable -> false;
    };
  }
}

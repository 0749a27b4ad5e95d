package dev.taffrail.compiler.check;

import static dev.taffrail.compiler.type.Type.Scalar.*;

import dev.taffrail.compiler.ir.IrExpr.ArithmeticOperator;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import java.util.List;
import java.util.Optional;

/** Which operands arithmetic takes and what it gives; the complete table. */
final class ArithmeticTypes {
  private record Row(ArithmeticOperator operator, Scalar left, Scalar right, Scalar result) {}

  private static final List<Row> ROWS =
      List.of(
          new Row(ArithmeticOperator.PLUS, INT, INT, INT),
          new Row(ArithmeticOperator.MINUS, INT, INT, INT),
          new Row(ArithmeticOperator.TIMES, INT, INT, INT),
          new Row(ArithmeticOperator.REMAINDER, INT, INT, INT),
          new Row(ArithmeticOperator.DIVIDE, INT, INT, DECIMAL),
          new Row(ArithmeticOperator.PLUS, QUANTITY, QUANTITY, QUANTITY),
          new Row(ArithmeticOperator.MINUS, QUANTITY, QUANTITY, QUANTITY),
          new Row(ArithmeticOperator.TIMES, QUANTITY, INT, QUANTITY),
          new Row(ArithmeticOperator.TIMES, QUANTITY, DECIMAL, QUANTITY),
          new Row(ArithmeticOperator.TIMES, INT, QUANTITY, QUANTITY),
          new Row(ArithmeticOperator.TIMES, DECIMAL, QUANTITY, QUANTITY),
          new Row(ArithmeticOperator.DIVIDE, QUANTITY, INT, QUANTITY),
          new Row(ArithmeticOperator.DIVIDE, QUANTITY, DECIMAL, QUANTITY),
          new Row(ArithmeticOperator.DIVIDE, QUANTITY, QUANTITY, DECIMAL),
          new Row(ArithmeticOperator.PLUS, DURATION, DURATION, DURATION),
          new Row(ArithmeticOperator.MINUS, DURATION, DURATION, DURATION),
          new Row(ArithmeticOperator.TIMES, DURATION, INT, DURATION),
          new Row(ArithmeticOperator.PLUS, INSTANT, DURATION, INSTANT),
          new Row(ArithmeticOperator.MINUS, INSTANT, DURATION, INSTANT),
          new Row(ArithmeticOperator.MINUS, INSTANT, INSTANT, DURATION));

  private ArithmeticTypes() {}

  static Optional<Type> result(ArithmeticOperator operator, Type left, Type right) {
    if (left instanceof Scalar l && right instanceof Scalar r) {
      for (Row row : ROWS) {
        if (row.operator() == operator && row.left() == l && row.right() == r) {
          return Optional.of(row.result());
        }
      }
      if (isNumber(l) && isNumber(r)) {
        return Optional.of(DECIMAL);
      }
    }
    return switch (operator) {
      case PLUS -> joined(left, right);
      case MINUS -> difference(left, right);
      case TIMES, DIVIDE, REMAINDER -> Optional.empty();
    };
  }

  private static boolean isNumber(Scalar scalar) {
    return scalar == INT || scalar == DECIMAL;
  }

  private static Optional<Type> joined(Type left, Type right) {
    if (Assignability.isTextual(left) && Assignability.isTextual(right)) {
      return Optional.of(STRING);
    }
    boolean same =
        left instanceof Type.ListOf && right instanceof Type.ListOf
            || left instanceof Type.SetOf && right instanceof Type.SetOf
            || left instanceof Type.MapOf && right instanceof Type.MapOf;
    return same ? Assignability.common(left, right) : Optional.empty();
  }

  private static Optional<Type> difference(Type left, Type right) {
    var l = element(left);
    var r = element(right);
    return l.isPresent() && r.isPresent() && Assignability.common(l.get(), r.get()).isPresent()
        ? Optional.of(left)
        : Optional.empty();
  }

  private static Optional<Type> element(Type type) {
    return switch (type) {
      case Type.ListOf list -> Optional.of(list.element());
      case Type.SetOf set -> Optional.of(set.element());
      default -> Optional.empty();
    };
  }
}

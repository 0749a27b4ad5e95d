package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.Value;
import java.util.List;

/**
 * What operators mean for values that were computed already, for other ways to compute them.
 *
 * <p>Each may throw {@code EvaluationError}.
 */
public final class Meaning {
  /** Steps that judging one object by one policy may take. */
  public static final long STEPS = Budget.STEPS;

  private static final Operations OPERATIONS = new Operations();

  private Meaning() {}

  public static boolean compare(IrExpr.Comparison comparison, Value left, Value right) {
    return OPERATIONS.compare(comparison, left, right);
  }

  public static boolean isIn(Value element, Value collection) {
    return OPERATIONS.isIn(element, collection);
  }

  public static boolean text(IrExpr.TextOperator operator, Value left, Value right) {
    return OPERATIONS.text(operator, left, right);
  }

  public static boolean isEmpty(Value value) {
    return ExpressionInterpreter.isEmpty(value);
  }

  public static boolean isType(Value value, Type tested) {
    return TypeTests.is(value, tested);
  }

  public static Value arithmetic(
      IrExpr.ArithmeticOperator operator, Value left, Value right, Type type) {
    return OPERATIONS.arithmetic(operator, left, right, type);
  }

  public static Value negate(Value value) {
    return OPERATIONS.negate(value);
  }

  public static Value adapt(Value value, Type type) {
    return OPERATIONS.adapt(value, type);
  }

  public static Value join(List<Value> parts) {
    return OPERATIONS.join(parts);
  }

  public static Value kindMember(Value receiver, IrExpr.KindProperty property) {
    return KindMembers.read(receiver, property);
  }

  /** A field of a record made by policy code. */
  public static Value recordField(Value receiver, String name, Type type) {
    return ExpressionInterpreter.readRecord(receiver, name, type);
  }

  /** A key of data without a schema. */
  public static Value jsonField(Value receiver, String name) {
    return JsonReading.field(receiver, name);
  }

  /** {@code receiver[index]}. */
  public static Value index(Value receiver, Value index, Type type) {
    return ExpressionInterpreter.index(receiver, index, type);
  }
}

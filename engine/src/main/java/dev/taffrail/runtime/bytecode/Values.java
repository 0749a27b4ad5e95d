package dev.taffrail.runtime.bytecode;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.runtime.builtin.Builtin;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.interpret.Meaning;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ImageRef;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What generated code does with values, as the interpreter does it; null or {@link #UNKNOWN} where
 * that ends in an error.
 */
final class Values {
  /** The third answer beside 0 and 1. */
  static final int UNKNOWN = -1;

  private Values() {}

  static Value truth(int bool) {
    return Value.Bool.of(bool != 0);
  }

  static Value whole(long number) {
    return new Value.Int(number);
  }

  static Value text(String text) {
    return new Value.Text(text);
  }

  static long whole(Value value) {
    return ((Value.Int) value).value();
  }

  static String text(Value value) {
    return ((Value.Text) value).value();
  }

  static boolean isTrue(Value value) {
    return value == Value.Bool.TRUE;
  }

  static boolean isAbsent(Value value) {
    return value.isAbsent();
  }

  static boolean equal(Value left, Value right) {
    return left.equals(right);
  }

  static @Nullable Value call(Builtin builtin, Value[] arguments, CallContext context) {
    try {
      return builtin.code().call(List.of(arguments), context);
    } catch (EvaluationError error) {
      return null;
    }
  }

  static String imageregistry(Value image) {
    return ((ImageRef) image).registry();
  }

  static String imagepath(Value image) {
    return ((ImageRef) image).path();
  }

  static @Nullable String imagetag(Value image) {
    return ((ImageRef) image).tag().orElse(null);
  }

  static @Nullable String imagedigest(Value image) {
    return ((ImageRef) image).digest().orElse(null);
  }

  static int compare(Value left, Value right, IrExpr.Comparison comparison) {
    try {
      return answer(Meaning.compare(comparison, left, right));
    } catch (EvaluationError error) {
      return UNKNOWN;
    }
  }

  static int isIn(Value element, Value collection) {
    try {
      return answer(Meaning.isIn(element, collection));
    } catch (EvaluationError error) {
      return UNKNOWN;
    }
  }

  static int test(Value left, Value right, IrExpr.TextOperator operator) {
    try {
      return answer(Meaning.text(operator, left, right));
    } catch (EvaluationError error) {
      return UNKNOWN;
    }
  }

  static int isType(Value value, Type tested) {
    try {
      return answer(Meaning.isType(value, tested));
    } catch (EvaluationError error) {
      return UNKNOWN;
    }
  }

  static boolean isEmpty(Value value) {
    return Meaning.isEmpty(value);
  }

  static @Nullable Value arithmetic(
      Value left, Value right, IrExpr.ArithmeticOperator operator, Type type) {
    try {
      return Meaning.arithmetic(operator, left, right, type);
    } catch (EvaluationError error) {
      return null;
    }
  }

  static @Nullable Value negate(Value value) {
    try {
      return Meaning.negate(value);
    } catch (EvaluationError error) {
      return null;
    }
  }

  static Value adapt(Value value, Type type) {
    return Meaning.adapt(value, type);
  }

  static @Nullable Value join(Value[] parts) {
    try {
      return Meaning.join(List.of(parts));
    } catch (EvaluationError error) {
      return null;
    }
  }

  static Value list(Value[] elements) {
    return ListValue.of(List.of(elements));
  }

  static @Nullable Value set(Value[] elements) {
    try {
      return SetValue.of(List.of(elements));
    } catch (EvaluationError error) {
      return null;
    }
  }

  static @Nullable Value kindMember(Value receiver, IrExpr.KindProperty property) {
    try {
      return Meaning.kindMember(receiver, property);
    } catch (EvaluationError error) {
      return null;
    }
  }

  static Value recordField(Value receiver, String name, Type type) {
    return Meaning.recordField(receiver, name, type);
  }

  static Value jsonField(Value receiver, String name) {
    return Meaning.jsonField(receiver, name);
  }

  static @Nullable Value index(Value receiver, Value index, Type type) {
    try {
      return Meaning.index(receiver, index, type);
    } catch (EvaluationError error) {
      return null;
    }
  }

  /** What a loop goes through, of a map its keys; null for ranges. */
  static @Nullable List<Value> elements(Value collection) {
    return switch (collection) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      case MapValue map -> List.copyOf(map.entries().keySet());
      default -> null;
    };
  }

  /** What a loop binds to its first name: the key of a map, the number of an element otherwise. */
  static Value key(Value collection, Value element, int index) {
    return collection instanceof MapValue ? element : new Value.Int(index);
  }

  /** What a loop with two names binds to the second. */
  static Value entry(Value collection, Value element) {
    return collection instanceof MapValue map ? map.get(element) : element;
  }

  static List<Value> gathered() {
    return new ArrayList<>();
  }

  static void gather(List<Value> all, Value element) {
    all.add(element);
  }

  /** Adds an element unless it is there already. */
  static boolean isNew(List<Value> seen, Value element) {
    return !seen.contains(element) && seen.add(element);
  }

  static @Nullable Value setOf(List<Value> all) {
    try {
      return SetValue.of(all);
    } catch (EvaluationError error) {
      return null;
    }
  }

  static Value listOf(List<Value> all) {
    return ListValue.of(all);
  }

  private static int answer(boolean holds) {
    return holds ? 1 : 0;
  }
}

package dev.taffrail.runtime.builtin;

import dev.taffrail.compiler.type.Signature;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The words that the catalogues of built-ins are written in. */
final class Declarations {
  static final Type T = new Type.Variable("T");
  static final Type LIST = new Type.ListOf(T);
  static final Type SET = new Type.SetOf(T);

  private Declarations() {}

  /** What a member does, on the receiver alone. */
  interface Member extends Function<Value, Value> {}

  /** What a method with one parameter does. */
  interface Method extends BiFunction<Value, Value, Value> {}

  static Builtin member(
      Type receiver, String name, Type result, String documentation, String example, Member code) {
    var signature = new Signature(name, Optional.of(receiver), false, List.of(), result);
    return new Builtin(
        signature,
        documentation,
        example,
        (arguments, context) -> code.apply(arguments.getFirst()));
  }

  static Builtin method(
      Type receiver,
      String name,
      Signature.Parameter parameter,
      Type result,
      String documentation,
      String example,
      Method code) {
    var signature = new Signature(name, Optional.of(receiver), true, List.of(parameter), result);
    return new Builtin(
        signature,
        documentation,
        example,
        (arguments, context) -> code.apply(arguments.get(0), arguments.get(1)));
  }

  static Builtin method(
      Type receiver,
      String name,
      List<Signature.Parameter> parameters,
      Type result,
      String documentation,
      String example,
      Builtin.Code code) {
    var signature = new Signature(name, Optional.of(receiver), true, parameters, result);
    return new Builtin(signature, documentation, example, code);
  }

  /** A function; behind the name of its module, if it is in one. */
  static Builtin function(
      String name,
      List<Signature.Parameter> parameters,
      Type result,
      String documentation,
      String example,
      Builtin.Code code) {
    var signature = new Signature(name, Optional.empty(), false, parameters, result);
    return new Builtin(signature, documentation, example, code);
  }

  static Signature.Parameter with(String name, Type type) {
    return new Signature.Parameter(name, type);
  }

  static Type optional(Type type) {
    return Type.optional(type);
  }

  /** A member of text and of everything that is text with a rule. */
  static Member text(Function<String, Value> code) {
    return receiver -> code.apply(string(receiver));
  }

  /** A member of a domain value. */
  static <V extends Value> Member on(Class<V> type, Function<V, Value> code) {
    return receiver -> code.apply(type.cast(receiver));
  }

  static String string(Value value) {
    return ((Value.Text) value).value();
  }

  static long number(Value value) {
    return ((Value.Int) value).value();
  }

  /** The elements of a list or a set. */
  static List<Value> elements(Value value) {
    return switch (value) {
      case ListValue list -> list.elements();
      case SetValue set -> set.elements();
      default -> throw new IllegalStateException("neither list nor set: " + value);
    };
  }

  static MapValue map(Value value) {
    return (MapValue) value;
  }

  static Value whole(long number) {
    return new Value.Int(number);
  }

  static Value truth(boolean truth) {
    return Value.Bool.of(truth);
  }

  static Value words(String text) {
    return new Value.Text(text);
  }

  /** The value, or absent. */
  static Value maybe(Optional<? extends Value> value) {
    return value.isPresent() ? value.get() : Value.absent();
  }

  static Value maybeWords(Optional<String> text) {
    return maybe(text.map(Value.Text::new));
  }
}

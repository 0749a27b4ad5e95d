package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * Reads the defaults of a schema, which the API server fills in.
 *
 * <p>A default that is an object with fields, or does not fit its type, is none here: the field is
 * then one that may be missing, and policies have to say what that means to them.
 */
final class SchemaDefault {
  private SchemaDefault() {}

  static Optional<Field.Fallback> of(String field, Node written, Type type, String source) {
    if (type instanceof ObjectType) {
      return written instanceof Node.Mapping record && record.size() == 0
          ? Optional.of(new Field.Fallback.Contextual("empty record " + field, source))
          : Optional.empty();
    }
    return read(written, type).map(value -> new Field.Fallback.Constant(value, source));
  }

  private static Optional<Value> read(Node node, Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar(node, scalar);
      case Type.TextEnum text ->
          text(node).filter(written -> text.values().contains(written)).map(Value.Text::new);
      case Type.ListOf list -> list(node, list);
      case Type.MapOf map -> map(node, map);
      case Type.SetOf set -> Optional.empty();
      case Type.OptionalOf optional -> Optional.empty();
      case Type.RangeOf range -> Optional.empty();
      case Type.RecordType record -> Optional.empty();
      case Type.EnumType named -> Optional.empty();
      case Type.UnionOf union -> Optional.empty();
      case Type.Variable variable -> Optional.empty();
      case ObjectType object -> Optional.empty();
    };
  }

  private static Optional<Value> scalar(Node node, Type.Scalar type) {
    return switch (node) {
      case Node.Bool bool when type == Type.Scalar.BOOL -> Optional.of(Value.Bool.of(bool.value()));
      case Node.Int number when type == Type.Scalar.DECIMAL ->
          Optional.of(new Value.Decimal(BigDecimal.valueOf(number.value())));
      case Node.Int number when type == Type.Scalar.INT_OR_STRING ->
          Optional.of(new IntOrString(new Value.Int(number.value())));
      case Node.Int number when type == Type.Scalar.INT || type == Type.Scalar.QUANTITY ->
          Texts.parse(type, Long.toString(number.value()));
      case Node.Fraction number when type == Type.Scalar.DECIMAL ->
          Optional.of(new Value.Decimal(number.value()));
      case Node.Text text when type == Type.Scalar.INT_OR_STRING ->
          Optional.of(new IntOrString(new Value.Text(text.value())));
      case Node.Text text when type != Type.Scalar.BOOL && type != Type.Scalar.INT ->
          Texts.parse(type, text.value());
      default -> Optional.empty();
    };
  }

  private static Optional<String> text(Node node) {
    return node instanceof Node.Text text ? Optional.of(text.value()) : Optional.empty();
  }

  private static Optional<Value> list(Node node, Type.ListOf type) {
    if (!(node instanceof Node.Sequence sequence)) {
      return Optional.empty();
    }
    var elements = new ArrayList<Value>();
    for (Node element : sequence.elements()) {
      Optional<Value> value = read(element, type.element());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      elements.add(value.get());
    }
    return Optional.of(ListValue.of(elements));
  }

  private static Optional<Value> map(Node node, Type.MapOf type) {
    if (!(node instanceof Node.Mapping mapping)) {
      return Optional.empty();
    }
    var entries = new LinkedHashMap<Value, Value>();
    for (int i = 0; i < mapping.size(); i++) {
      Optional<Value> value = read(mapping.value(i), type.value());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      entries.put(new Value.Text(mapping.key(i)), value.get());
    }
    return Optional.of(MapValue.of(entries));
  }
}

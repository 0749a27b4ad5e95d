package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Texts;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Optional;

/** Reads the constant defaults of the overlay, which are JSON without blanks. */
final class DefaultValue {
  private DefaultValue() {}

  /** The value, or empty if the text does not fit the type. */
  static Optional<Value> read(String json, Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar(json, scalar);
      case Type.TextEnum text ->
          string(json).filter(t -> text.open() || text.values().contains(t)).map(Value.Text::new);
      case Type.ListOf list -> list(json, list);
      case Type.OptionalOf optional -> Optional.empty();
      case Type.SetOf set -> Optional.empty();
      case Type.MapOf map -> Optional.empty();
      case Type.RangeOf range -> Optional.empty();
      case Type.RecordType record -> Optional.empty();
      case Type.EnumType named -> Optional.empty();
      case Type.UnionOf union -> Optional.empty();
      case Type.Variable variable -> Optional.empty();
      case ObjectType object -> Optional.empty();
    };
  }

  private static Optional<Value> scalar(String json, Type.Scalar type) {
    return switch (type) {
      case BOOL, INT -> Texts.parse(type, json);
      case INT_OR_STRING ->
          Texts.parse(Type.Scalar.INT, json)
              .or(() -> string(json).map(Value.Text::new))
              .map(IntOrString::new);
      default -> string(json).flatMap(text -> Texts.parse(type, text));
    };
  }

  private static Optional<String> string(String json) {
    boolean quoted = json.length() >= 2 && json.startsWith("\"") && json.endsWith("\"");
    return quoted && json.indexOf('\\') < 0
        ? Optional.of(json.substring(1, json.length() - 1))
        : Optional.empty();
  }

  private static Optional<Value> list(String json, Type.ListOf type) {
    if (!json.startsWith("[") || !json.endsWith("]")) {
      return Optional.empty();
    }
    String inside = json.substring(1, json.length() - 1);
    var elements = new ArrayList<Value>();
    for (String element : inside.isEmpty() ? new String[0] : inside.split(",", -1)) {
      Optional<Value> value = read(element, type.element());
      if (value.isEmpty()) {
        return Optional.empty();
      }
      elements.add(value.get());
    }
    return Optional.of(ListValue.of(elements));
  }
}

package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.Quantity;
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
      case BOOL ->
          json.equals("true") || json.equals("false")
              ? Optional.of(Value.Bool.of(json.equals("true")))
              : Optional.empty();
      case INT -> whole(json);
      case STRING, UNIX_PATH, CAPABILITY, LABEL_KEY, URL -> string(json).map(Value.Text::new);
      case QUANTITY -> string(json).flatMap(Quantity::parse).map(quantity -> quantity);
      case DURATION -> string(json).flatMap(DurationValue::parseGo).map(duration -> duration);
      case INT_OR_STRING ->
          whole(json).or(() -> string(json).map(Value.Text::new)).map(IntOrString::new);
      default -> Optional.empty();
    };
  }

  private static Optional<Value> whole(String json) {
    try {
      return Optional.of(new Value.Int(Long.parseLong(json)));
    } catch (NumberFormatException notWhole) {
      return Optional.empty();
    }
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

package dev.taffrail.compiler.type;

import java.util.stream.Collectors;

/** Types as a person would write them. */
public final class TypePrinter {
  private TypePrinter() {}

  public static String print(Type type) {
    return switch (type) {
      case Type.Scalar scalar -> scalar.display();
      case Type.ListOf list -> "List<" + print(list.element()) + ">";
      case Type.SetOf set -> "Set<" + print(set.element()) + ">";
      case Type.MapOf map -> "Map<" + print(map.key()) + ", " + print(map.value()) + ">";
      case Type.OptionalOf optional ->
          optional.type() instanceof Type.TextEnum text && text.name().isEmpty()
              ? "(" + print(text) + ")?"
              : print(optional.type()) + "?";
      case Type.RangeOf range -> "range of " + print(range.bound());
      case Type.RecordType record -> record.name().orElseGet(() -> printFields(record));
      case Type.EnumType named -> named.name();
      case Type.TextEnum text -> text.name().orElseGet(() -> printValues(text));
      case Type.UnionOf union ->
          union.members().stream().map(ObjectType::name).collect(Collectors.joining(" | "));
      case Type.Variable variable -> variable.name();
      case ObjectType object -> object.name();
    };
  }

  private static String printFields(Type.RecordType record) {
    return record.fields().stream()
        .map(f -> f.name() + (f.optional() ? "?" : "") + ": " + print(f.type().bare()))
        .collect(Collectors.joining(", ", "{ ", " }"));
  }

  private static String printValues(Type.TextEnum text) {
    return text.values().stream().map(v -> "\"" + v + "\"").collect(Collectors.joining(" | "));
  }
}

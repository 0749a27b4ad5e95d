package dev.taffrail.compiler.schema;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.Type;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Makes typed fields of what the schema publishes and what the overlay adds.
 *
 * @param version the Kubernetes version
 * @param records types of definitions by id; empty if the version has no such definition
 * @param named enums and records by the names that the overlay uses
 */
record FieldTypes(
    String version,
    Function<String, Optional<Type>> records,
    Function<String, Optional<Type>> named) {

  Map<String, Field> of(RawDefinition definition, OverlayRecord overlay) {
    var fields = new LinkedHashMap<String, Field>();
    definition
        .fields()
        .forEach((name, raw) -> fields.put(name, field(raw, overlay.entry(name, version))));
    return fields;
  }

  private Field field(RawField raw, Optional<OverlayEntry> known) {
    Type type =
        known
            .flatMap(OverlayEntry::type)
            .map(text -> TypeText.read(text, named))
            .orElseGet(() -> type(raw.type(), raw));
    return new Field(
        raw.name(),
        type,
        known.flatMap(OverlayEntry::required).orElse(raw.required()),
        known.flatMap(entry -> fallback(entry, type)),
        raw.mergeKey().map(List::of).orElse(raw.listMapKeys()));
  }

  private static Optional<Field.Fallback> fallback(OverlayEntry entry, Type type) {
    return entry
        .unset()
        .map(
            unset ->
                switch (unset) {
                  case OverlayEntry.Unset.Rule rule ->
                      new Field.Fallback.Contextual(
                          rule.name(), entry.zeroIsUnset(), entry.source());
                  case OverlayEntry.Unset.Constant constant ->
                      new Field.Fallback.Constant(
                          DefaultValue.read(constant.json(), type)
                              .orElseThrow(
                                  () -> new IllegalStateException("bad default in " + entry)),
                          entry.zeroIsUnset(),
                          entry.source());
                });
  }

  private Type type(RawType raw, RawField field) {
    return switch (raw) {
      case RawType.ListOf list -> new Type.ListOf(type(list.element(), field));
      case RawType.MapOf map -> {
        Type value = type(map.value(), field);
        yield new Type.MapOf(Type.Scalar.STRING, value, value == Type.Scalar.QUANTITY);
      }
      case RawType.Ref reference -> records.apply(reference.id()).orElse(Type.Scalar.JSON);
      case RawType.Scalar scalar -> scalar(scalar, field);
    };
  }

  private static Type scalar(RawType.Scalar scalar, RawField field) {
    return switch (scalar) {
      case STRING ->
          field.enumValues().isEmpty()
              ? Type.Scalar.STRING
              : new Type.TextEnum(Optional.empty(), field.enumValues(), false);
      case INT -> Type.Scalar.INT;
      case BOOL -> Type.Scalar.BOOL;
      case NUMBER -> Type.Scalar.DECIMAL;
      case QUANTITY -> Type.Scalar.QUANTITY;
      case INT_OR_STRING -> Type.Scalar.INT_OR_STRING;
      case BYTES -> Type.Scalar.BYTES;
      case TIMESTAMP -> Type.Scalar.INSTANT;
      case DURATION -> Type.Scalar.DURATION;
      case JSON -> Type.Scalar.JSON;
    };
  }
}

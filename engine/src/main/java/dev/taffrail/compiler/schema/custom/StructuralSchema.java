package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes types of the structural schema of a version.
 *
 * <p>What only restricts values ({@code allOf}, {@code pattern}, rules in CEL) makes no type. A
 * node that cannot be understood is data without a schema, so that reading it needs a conversion.
 *
 * @param source where a default stands, for explanations
 * @param metadata the type of {@code metadata}
 */
record StructuralSchema(String source, Optional<ObjectType> metadata) {
  /** How tools write that a field is an amount: the pattern of {@code resource.Quantity}. */
  private static final String QUANTITY = "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))";

  private static final String EXTENSION = "x-kubernetes-";

  /** The type of an object of the kind. */
  ObjectType root(String id, String name, ObjectType.Kind kind, Node.Mapping schema) {
    return new ObjectType(
        id, name, Optional.of(kind), false, isOpen(schema), () -> rootFields(id, name, schema));
  }

  private Map<String, Field> rootFields(String id, String name, Node.Mapping schema) {
    var fields = new LinkedHashMap<String, Field>();
    fields.put("apiVersion", plain("apiVersion", Type.Scalar.STRING));
    fields.put("kind", plain("kind", Type.Scalar.STRING));
    fields.put("metadata", plain("metadata", metadata.map(t -> (Type) t).orElse(Type.Scalar.JSON)));
    fields(id, name, schema).forEach(fields::putIfAbsent);
    return fields;
  }

  private static Field plain(String name, Type type) {
    return new Field(name, type, false, Optional.empty());
  }

  private Map<String, Field> fields(String id, String name, Node.Mapping schema) {
    var fields = new LinkedHashMap<String, Field>();
    Set<String> required = new LinkedHashSet<>(texts(schema, "required"));
    schema
        .mapping("properties")
        .ifPresent(
            properties -> {
              for (int i = 0; i < properties.size(); i++) {
                String key = properties.key(i);
                fields.put(
                    key,
                    properties.value(i) instanceof Node.Mapping property
                        ? field(id, name, key, property, required.contains(key))
                        : plain(key, Type.Scalar.JSON));
              }
            });
    return fields;
  }

  private Field field(
      String id, String owner, String key, Node.Mapping schema, boolean isRequired) {
    Type type = type(id + "." + key, owner + "." + key, schema);
    Optional<Field.Fallback> fallback =
        schema.find("default").flatMap(written -> SchemaDefault.of(key, written, type, source));
    boolean required = isRequired && schema.find("default").isEmpty();
    return new Field(key, type, required, fallback, texts(schema, EXTENSION + "list-map-keys"));
  }

  private Type type(String id, String name, Node.Mapping schema) {
    if (isTrue(schema, EXTENSION + "int-or-string")) {
      boolean amount = schema.text("pattern").filter(p -> p.startsWith(QUANTITY)).isPresent();
      return amount ? Type.Scalar.QUANTITY : Type.Scalar.INT_OR_STRING;
    }
    return switch (schema.text("type").orElse("")) {
      case "object" -> object(id, name, schema);
      case "array" ->
          new Type.ListOf(
              schema
                  .mapping("items")
                  .map(items -> type(id + "[]", name + "[]", items))
                  .orElse(Type.Scalar.JSON));
      case "string" -> string(schema);
      case "integer" -> Type.Scalar.INT;
      case "number" -> Type.Scalar.DECIMAL;
      case "boolean" -> Type.Scalar.BOOL;
      default -> Type.Scalar.JSON;
    };
  }

  private Type object(String id, String name, Node.Mapping schema) {
    boolean hasFields = schema.mapping("properties").filter(p -> p.size() > 0).isPresent();
    if (isTrue(schema, EXTENSION + "embedded-resource") || isOpen(schema) && !hasFields) {
      return Type.Scalar.JSON;
    }
    Optional<Node> values = schema.find("additionalProperties");
    if (values.isPresent() && !hasFields) {
      Type value =
          values.get() instanceof Node.Mapping described
              ? type(id + ".*", name + ".*", described)
              : Type.Scalar.JSON;
      return new Type.MapOf(Type.Scalar.STRING, value, value == Type.Scalar.QUANTITY);
    }
    return new ObjectType(
        id, name, Optional.empty(), false, isOpen(schema), () -> fields(id, name, schema));
  }

  private static Type string(Node.Mapping schema) {
    List<String> words = texts(schema, "enum");
    if (!words.isEmpty()) {
      return new Type.TextEnum(Optional.empty(), words, false);
    }
    return switch (schema.text("format").orElse("")) {
      case "byte" -> Type.Scalar.BYTES;
      case "cidr" -> Type.Scalar.CIDR;
      case "date" -> Type.Scalar.DATE;
      case "date-time" -> Type.Scalar.INSTANT;
      case "duration" -> Type.Scalar.DURATION;
      case "ipv4", "ipv6" -> Type.Scalar.IP;
      default -> Type.Scalar.STRING;
    };
  }

  /** The API server keeps fields that the schema does not have. */
  private static boolean isOpen(Node.Mapping schema) {
    return isTrue(schema, EXTENSION + "preserve-unknown-fields");
  }

  private static boolean isTrue(Node.Mapping schema, String key) {
    return schema.find(key).filter(n -> n instanceof Node.Bool b && b.value()).isPresent();
  }

  private static List<String> texts(Node.Mapping schema, String key) {
    var texts = new ArrayList<String>();
    if (schema.find(key).orElse(null) instanceof Node.Sequence list) {
      for (Node element : list.elements()) {
        if (element instanceof Node.Text text) {
          texts.add(text.value());
        }
      }
    }
    return texts;
  }
}

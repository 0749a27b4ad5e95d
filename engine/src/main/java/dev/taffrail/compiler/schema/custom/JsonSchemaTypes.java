package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.schema.custom.JsonSchema.Part;
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
 * The types of a JSON Schema.
 *
 * <p>Records are read when somebody asks for their fields, as schemas refer to each other in
 * circles. What only restricts values ({@code pattern}, {@code minimum}, {@code not}) makes no
 * type.
 */
record JsonSchemaTypes(JsonSchema schema) {

  /** The type of a part that describes an object with fields. */
  Optional<ObjectType> record(Part part, Optional<ObjectType.Kind> kind) {
    return schema
        .meant(part)
        .filter(meant -> meant.find("properties").isPresent())
        .map(meant -> object(meant.name().isEmpty() ? meant.called(part.name()) : meant, kind));
  }

  private ObjectType object(Part part, Optional<ObjectType.Kind> kind) {
    boolean open =
        part.find("additionalProperties")
            .filter(more -> more.node() instanceof Node.Bool bool && !bool.value())
            .isEmpty();
    return new ObjectType(
        schema.source().name()
            + (part.path().isRoot() ? "" : "#" + part.path())
            + " "
            + part.name(),
        part.name(),
        kind,
        false,
        open,
        () -> fields(part));
  }

  private Map<String, Field> fields(Part part) {
    var fields = new LinkedHashMap<String, Field>();
    Set<String> required = new LinkedHashSet<>(texts(part.find("required")));
    for (Part property : part.child("properties").entries()) {
      boolean forbidden = property.node() instanceof Node.Bool bool && !bool.value();
      if (!forbidden) {
        String key = property.key();
        fields.put(key, field(key, property.called(part.name() + "." + key), required));
      }
    }
    return fields;
  }

  private Field field(String key, Part property, Set<String> required) {
    Type type = type(property);
    Optional<Part> written =
        property
            .find("default")
            .or(() -> schema.meant(property).flatMap(meant -> meant.find("default")));
    Optional<Field.Fallback> fallback =
        written.flatMap(value -> SchemaDefault.of(key, value.node(), type, schema.source().name()));
    return new Field(key, type, required.contains(key) && written.isEmpty(), fallback);
  }

  Type type(Part part) {
    return schema.meant(part).map(meant -> direct(named(meant, part))).orElse(Type.Scalar.JSON);
  }

  private static Part named(Part meant, Part part) {
    return meant.name().isEmpty() ? meant.called(part.name()) : meant;
  }

  private Type direct(Part part) {
    if (!(part.node() instanceof Node.Mapping)) {
      return Type.Scalar.JSON;
    }
    Optional<List<Part>> alternatives = alternatives(part);
    if (alternatives.isPresent()) {
      return union(alternatives.get().stream().map(this::type).toList());
    }
    Optional<Part> single = single(part);
    if (single.isPresent()) {
      return type(single.get());
    }
    List<Node> words = words(part);
    if (!words.isEmpty()) {
      return ofWords(words);
    }
    List<String> types = types(part);
    if (types.size() > 1) {
      return union(types.stream().map(type -> ofType(type, part)).toList());
    }
    return types.isEmpty() ? untyped(part) : ofType(types.getFirst(), part);
  }

  /** Without {@code type} the keywords say what is meant. */
  private Type untyped(Part part) {
    if (part.gives(List.of("properties", "additionalProperties", "patternProperties"))) {
      return ofType("object", part);
    }
    return part.find("items").isPresent() ? ofType("array", part) : Type.Scalar.JSON;
  }

  private Type ofType(String type, Part part) {
    return switch (type) {
      case "object" -> objectOrMap(part);
      case "array" ->
          new Type.ListOf(
              part.find("items")
                  .map(items -> type(items.called(part.name() + "[]")))
                  .orElse(Type.Scalar.JSON));
      case "string" -> ofFormat(part.text("format").orElse(""));
      case "integer" -> Type.Scalar.INT;
      case "number" -> Type.Scalar.DECIMAL;
      case "boolean" -> Type.Scalar.BOOL;
      default -> Type.Scalar.JSON;
    };
  }

  private Type objectOrMap(Part part) {
    if (part.find("properties").isPresent()) {
      return object(part, Optional.empty());
    }
    Optional<Part> pattern =
        part.find("patternProperties").flatMap(p -> p.entries().stream().findFirst());
    Optional<Part> values =
        pattern.or(
            () -> part.find("additionalProperties").filter(v -> v.node() instanceof Node.Mapping));
    return values
        .<Type>map(v -> new Type.MapOf(Type.Scalar.STRING, type(v.called(part.name() + ".*"))))
        .orElse(Type.Scalar.JSON);
  }

  static Type ofFormat(String format) {
    return switch (format) {
      case "byte" -> Type.Scalar.BYTES;
      case "cidr" -> Type.Scalar.CIDR;
      case "date" -> Type.Scalar.DATE;
      case "date-time" -> Type.Scalar.INSTANT;
      case "ipv4", "ipv6" -> Type.Scalar.IP;
      default -> Type.Scalar.STRING;
    };
  }

  /** The branches of {@code oneOf} or {@code anyOf} that give a type; null is absence. */
  Optional<List<Part>> alternatives(Part part) {
    return part.find("oneOf")
        .or(() -> part.find("anyOf"))
        .map(
            branches ->
                branches.elements().stream()
                    .map(branch -> branch.called(part.name()))
                    .filter(branch -> branch.gives(JsonSchema.TYPING))
                    .filter(branch -> !types(branch).equals(List.of("null")))
                    .toList())
        .filter(branches -> !branches.isEmpty() && !part.gives(List.of("properties", "items")));
  }

  /** The one branch of {@code allOf} that gives a type. */
  private static Optional<Part> single(Part part) {
    List<Part> typing =
        part.find("allOf")
            .map(
                all ->
                    all.elements().stream()
                        .map(branch -> branch.called(part.name()))
                        .filter(branch -> branch.gives(JsonSchema.TYPING))
                        .toList())
            .orElse(List.of());
    return typing.size() == 1 && !part.gives(List.of("properties", "items", "type"))
        ? Optional.of(typing.getFirst())
        : Optional.empty();
  }

  /** Words together are words; a whole number or text is one type; all else has none. */
  private static Type union(List<Type> types) {
    Set<Type> different = new LinkedHashSet<>(types);
    different.remove(Type.Scalar.JSON);
    if (different.size() == 1 && different.size() == new LinkedHashSet<>(types).size()) {
      return different.iterator().next();
    }
    if (!types.isEmpty() && types.stream().allMatch(type -> type instanceof Type.TextEnum)) {
      var words = new LinkedHashSet<String>();
      types.forEach(type -> words.addAll(((Type.TextEnum) type).values()));
      return new Type.TextEnum(Optional.empty(), List.copyOf(words), false);
    }
    boolean textual =
        types.stream().allMatch(t -> t == Type.Scalar.STRING || t instanceof Type.TextEnum);
    if (textual && !types.isEmpty()) {
      return Type.Scalar.STRING;
    }
    boolean numberOrText =
        types.stream()
            .allMatch(
                t ->
                    t == Type.Scalar.STRING
                        || t == Type.Scalar.INT
                        || t == Type.Scalar.INT_OR_STRING
                        || t instanceof Type.TextEnum);
    return numberOrText && !types.isEmpty() ? Type.Scalar.INT_OR_STRING : Type.Scalar.JSON;
  }

  private static List<Node> words(Part part) {
    Optional<Part> only = part.find("const");
    List<Part> words =
        only.map(List::of).or(() -> part.find("enum").map(Part::elements)).orElse(List.of());
    return words.stream().map(Part::node).filter(word -> !(word instanceof Node.Null)).toList();
  }

  private static Type ofWords(List<Node> words) {
    if (words.stream().allMatch(word -> word instanceof Node.Text)) {
      var values = words.stream().map(word -> ((Node.Text) word).value()).distinct().toList();
      return new Type.TextEnum(Optional.empty(), values, false);
    }
    if (words.stream().allMatch(word -> word instanceof Node.Int)) {
      return Type.Scalar.INT;
    }
    return words.stream().allMatch(word -> word instanceof Node.Bool)
        ? Type.Scalar.BOOL
        : Type.Scalar.JSON;
  }

  /** The one text that a field can hold. */
  Optional<String> onlyText(Part part) {
    return type(part) instanceof Type.TextEnum text && text.values().size() == 1
        ? Optional.of(text.values().getFirst())
        : Optional.empty();
  }

  /** The types that a part names, without that of null. */
  static List<String> types(Part part) {
    Optional<Part> written = part.find("type");
    if (written.isPresent() && written.get().node() instanceof Node.Text text) {
      return List.of(text.value());
    }
    return texts(written).stream().filter(type -> !type.equals("null")).toList();
  }

  private static List<String> texts(Optional<Part> list) {
    var texts = new ArrayList<String>();
    list.stream()
        .flatMap(part -> part.elements().stream())
        .forEach(
            element -> {
              if (element.node() instanceof Node.Text text) {
                texts.add(text.value());
              }
            });
    return texts;
  }
}

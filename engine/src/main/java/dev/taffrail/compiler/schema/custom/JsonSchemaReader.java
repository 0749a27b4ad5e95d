package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.schema.custom.JsonSchema.Part;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupVersionKind;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes types of a JSON Schema, if everything in it means something as a type. */
public final class JsonSchemaReader {
  private JsonSchemaReader() {}

  /**
   * What is wrong with a schema.
   *
   * @param path the place in the file
   */
  public record Problem(FieldPath path, String message, String help) {}

  /**
   * What was read.
   *
   * @param types the type of the whole and those of its definitions that are objects, by name
   */
  public record Result(Map<String, ObjectType> types, List<Problem> problems) {
    public Result {
      types = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(types));
      problems = List.copyOf(problems);
    }
  }

  public static boolean isSchema(Node.Mapping root) {
    return JsonSchema.isOne(root);
  }

  /**
   * Reads a schema.
   *
   * @param seen whether the whole is seen as an object, in texts of others
   */
  public static Result read(SourceFile source, Node.Mapping root, boolean seen) {
    var schema = new JsonSchema(source, root);
    String name = name(schema);
    var problems = JsonSchemaProblems.of(schema);
    if (!problems.isEmpty()) {
      return new Result(Map.of(), problems);
    }
    var making = new JsonSchemaTypes(schema);
    Part whole = schema.whole(name);
    var types = new LinkedHashMap<String, ObjectType>();
    Optional<ObjectType.Kind> kind =
        kind(schema, making)
            .or(
                () ->
                    seen
                        ? Optional.of(ObjectType.Kind.unstated(source.name(), name))
                        : Optional.empty());
    making.record(whole, kind).ifPresent(type -> types.put(name, type));
    for (String key : JsonSchema.DEFINITIONS) {
      whole.find(key).stream()
          .flatMap(definitions -> definitions.entries().stream())
          .forEach(
              definition ->
                  making
                      .record(definition.called(definition.key()), Optional.empty())
                      .ifPresent(type -> types.putIfAbsent(definition.key(), type)));
    }
    return new Result(
        types,
        types.isEmpty()
            ? List.of(
                new Problem(
                    FieldPath.ROOT,
                    "it describes no object",
                    "A schema of an object has `properties`."))
            : List.of());
  }

  /** The kind of Kubernetes that a schema describes, by the only values of these two fields. */
  private static Optional<ObjectType.Kind> kind(JsonSchema schema, JsonSchemaTypes making) {
    Optional<Part> fields = schema.whole("").find("properties");
    Optional<String> version = fields.flatMap(f -> f.find("apiVersion")).flatMap(making::onlyText);
    Optional<String> kind = fields.flatMap(f -> f.find("kind")).flatMap(making::onlyText);
    return version.isPresent() && kind.isPresent()
        ? Optional.of(new ObjectType.Kind(GroupVersionKind.of(version.get(), kind.get()), true))
        : Optional.empty();
  }

  /** The title, if it can be a name, or that of the file: {@code AppConfig} for app-config. */
  private static String name(JsonSchema schema) {
    String title = schema.root().text("title").map(JsonSchemaReader::joined).orElse("");
    if (title.matches("[A-Za-z_][A-Za-z0-9_]*")) {
      return title;
    }
    String file = schema.source().name();
    String base = file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\..*$", "");
    String name = joined(base.replaceAll("[^A-Za-z0-9_]+", " "));
    return name.matches("[A-Za-z_].*") ? name : "Schema";
  }

  private static String joined(String words) {
    var name = new StringBuilder();
    for (String word : words.strip().split("\\s+")) {
      if (!word.isEmpty()) {
        name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return name.toString();
  }
}

package dev.taffrail.compiler.schema.custom;

import dev.taffrail.compiler.schema.custom.JsonSchema.Part;
import dev.taffrail.compiler.schema.custom.JsonSchemaReader.Problem;
import dev.taffrail.compiler.type.Field;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.object.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds what a JSON Schema says that no type can say.
 *
 * <p>Such a schema is refused and not read in part: a field that silently has no type is a policy
 * that silently asks for nothing.
 */
final class JsonSchemaProblems {
  private static final List<String> TYPES =
      List.of("string", "object", "array", "integer", "number", "boolean", "null");

  private static final String ONE_OBJECT =
      "Describe one object, whose fields may be missing; or leave the field without a type, which"
          + " makes it Json.";

  private final JsonSchema schema;
  private final JsonSchemaTypes types;
  private final List<Problem> problems = new ArrayList<>();

  private JsonSchemaProblems(JsonSchema schema) {
    this.schema = schema;
    this.types = new JsonSchemaTypes(schema);
  }

  static List<Problem> of(JsonSchema schema) {
    var search = new JsonSchemaProblems(schema);
    search.part(schema.whole(""));
    return search.problems;
  }

  private void part(Part part) {
    if (part.node() instanceof Node.Bool) {
      return;
    }
    if (!(part.node() instanceof Node.Mapping)) {
      problem(part, "a schema is an object or a Boolean", "Write `{}` for anything.");
      return;
    }
    references(part);
    typeNames(part);
    lists(part);
    maps(part);
    branches(part);
    conditions(part);
    children(part);
    if (part.find("default").isPresent()) {
      fallback(part);
    }
  }

  private void references(Part part) {
    for (String keyword : List.of("$dynamicRef", "$recursiveRef")) {
      part.find(keyword)
          .ifPresent(
              ref ->
                  problem(
                      ref,
                      "`%s` is not known before there is data".formatted(keyword),
                      "Write `$ref` with the place of a definition in this file."));
    }
    Optional<Part> reference = part.find("$ref");
    if (reference.isEmpty()) {
      return;
    }
    String target = part.text("$ref").orElse("");
    if (!target.startsWith("#")) {
      problem(
          reference.get(),
          "`%s` is another file".formatted(target),
          "Copy the definition into this file, below `$defs`, and write `#/$defs/NAME`.");
    } else if (schema.meant(part).isEmpty()) {
      problem(
          reference.get(),
          "`%s` leads to nothing in this file".formatted(target),
          "A reference is written `#/$defs/NAME`.");
    }
    for (String keyword : JsonSchema.TYPING) {
      if (!keyword.equals("$ref") && part.find(keyword).isPresent()) {
        problem(
            part.child(keyword),
            "`%s` beside `$ref` is read by some versions of JSON Schema and not by others"
                .formatted(keyword),
            "Move it to what `$ref` names.");
      }
    }
  }

  private void typeNames(Part part) {
    Optional<Part> written = part.find("type");
    if (written.isEmpty()) {
      return;
    }
    List<Part> names =
        written.get().node() instanceof Node.Sequence
            ? written.get().elements()
            : List.of(written.get());
    for (Part name : names) {
      if (!(name.node() instanceof Node.Text text) || !TYPES.contains(text.value())) {
        problem(name, "this is no type", "The types are " + String.join(", ", TYPES) + ".");
      }
    }
  }

  private void lists(Part part) {
    Optional<Part> tuple =
        part.find("prefixItems")
            .or(() -> part.find("items").filter(i -> i.node() instanceof Node.Sequence));
    tuple.ifPresent(
        found ->
            problem(
                found,
                "a list whose elements have types of their own has no type",
                "Give one schema for all elements."));
  }

  private void maps(Part part) {
    part.find("patternProperties")
        .filter(p -> p.entries().size() > 1 || part.find("properties").isPresent())
        .ifPresent(
            found ->
                problem(
                    found,
                    "fields whose names are patterns, beside others, have no type",
                    "Name the fields in `properties`, or put the others into a map of their own."));
  }

  private void branches(Part part) {
    boolean hasFields = part.gives(List.of("properties", "items"));
    for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
      List<Part> typing =
          part.find(keyword).stream()
              .flatMap(found -> found.elements().stream())
              .filter(branch -> addsTo(part, branch, hasFields))
              .toList();
      boolean alternatives = !keyword.equals("allOf");
      boolean scalars = typing.stream().allMatch(this::isScalar);
      boolean refused =
          hasFields
              ? !typing.isEmpty()
              : alternatives ? typing.size() > 1 && !scalars : typing.size() > 1;
      if (refused) {
        problem(
            part.child(keyword),
            alternatives
                ? "alternatives that are not all text, numbers or Booleans have no type"
                : "several schemas together have no type",
            ONE_OBJECT);
      }
    }
  }

  /** Beside fields, a branch that only restricts them adds nothing. */
  private boolean addsTo(Part part, Part branch, boolean hasFields) {
    if (!branch.gives(JsonSchema.TYPING)
        || JsonSchemaTypes.types(branch).equals(List.of("null"))
        || branch.text("type").filter("null"::equals).isPresent()) {
      return false;
    }
    return !hasFields || !knowsFieldsOf(part, branch);
  }

  private static boolean knowsFieldsOf(Part part, Part branch) {
    Optional<Part> own = part.find("properties");
    Optional<Part> more = branch.find("properties");
    boolean onlyFields = !branch.gives(List.of("$ref", "oneOf", "anyOf", "allOf", "items"));
    return onlyFields
        && more.stream()
            .flatMap(m -> m.entries().stream())
            .allMatch(field -> own.isPresent() && own.get().find(field.key()).isPresent());
  }

  private boolean isScalar(Part branch) {
    return switch (types.type(branch)) {
      case Type.Scalar scalar -> scalar != Type.Scalar.JSON;
      case Type.TextEnum text -> true;
      default -> false;
    };
  }

  private void conditions(Part part) {
    for (String keyword : List.of("then", "else")) {
      part.find(keyword)
          .filter(branch -> !knowsFieldsOf(part, branch))
          .ifPresent(
              branch ->
                  problem(
                      branch,
                      "fields that are there on a condition have no type",
                      "Name the fields in `properties`; the condition may say which are required."));
    }
  }

  private void children(Part part) {
    for (String keyword : List.of("properties", "patternProperties", "$defs", "definitions")) {
      part.find(keyword).ifPresent(children -> children.entries().forEach(this::part));
    }
    for (String keyword : List.of("oneOf", "anyOf", "allOf")) {
      part.find(keyword).ifPresent(children -> children.elements().forEach(this::part));
    }
    for (String keyword : List.of("items", "additionalProperties")) {
      part.find(keyword)
          .filter(child -> !(child.node() instanceof Node.Sequence))
          .ifPresent(this::part);
    }
  }

  private void fallback(Part part) {
    Part written = part.child("default");
    Type type = types.type(part);
    boolean known = type != Type.Scalar.JSON && !(type instanceof ObjectType);
    Optional<Field.Fallback> read =
        SchemaDefault.of(part.key(), written.node(), type, schema.source().name());
    if (known && read.isEmpty() && !(written.node() instanceof Node.Null)) {
      problem(written, "this default does not fit the type", "Write a value of the type.");
    }
  }

  private void problem(Part part, String message, String help) {
    problems.add(new Problem(part.path(), message, help));
  }
}

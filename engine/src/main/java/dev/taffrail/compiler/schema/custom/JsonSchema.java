package dev.taffrail.compiler.schema.custom;

import dev.taffrail.object.FieldPath;
import dev.taffrail.object.Node;
import dev.taffrail.source.SourceFile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** A file with a JSON Schema, and the parts of it by their references. */
record JsonSchema(SourceFile source, Node.Mapping root) {
  /** Keywords that give a value a type; all others only restrict it. */
  static final List<String> TYPING =
      List.of(
          "$ref",
          "additionalProperties",
          "allOf",
          "anyOf",
          "const",
          "enum",
          "items",
          "oneOf",
          "patternProperties",
          "properties",
          "type");

  static final List<String> DEFINITIONS = List.of("$defs", "definitions");

  /** Whether a document is one, and not an object of Kubernetes or something else. */
  static boolean isOne(Node.Mapping root) {
    boolean said = root.find("$schema").isPresent();
    boolean looks =
        root.text("kind").isEmpty()
            && root.text("apiVersion").isEmpty()
            && (root.mapping("properties").isPresent()
                || DEFINITIONS.stream().anyMatch(key -> root.mapping(key).isPresent()));
    return said || looks;
  }

  /**
   * A part of the schema.
   *
   * @param name of the type that it describes
   */
  record Part(Node node, FieldPath path, String name) {

    Part child(String key) {
      var mapping = (Node.Mapping) node;
      return new Part(mapping.find(key).orElseThrow(), path.key(key), name);
    }

    Optional<Part> find(String key) {
      return node instanceof Node.Mapping mapping
          ? mapping.find(key).map(found -> new Part(found, path.key(key), name))
          : Optional.empty();
    }

    Part called(String other) {
      return new Part(node, path, other);
    }

    Optional<String> text(String key) {
      return node instanceof Node.Mapping mapping ? mapping.text(key) : Optional.empty();
    }

    List<Part> elements() {
      var parts = new ArrayList<Part>();
      if (node instanceof Node.Sequence list) {
        for (int i = 0; i < list.elements().size(); i++) {
          parts.add(new Part(list.elements().get(i), path.element(i), name));
        }
      }
      return parts;
    }

    /** The entries, each named like a field of this. */
    List<Part> entries() {
      var parts = new ArrayList<Part>();
      if (node instanceof Node.Mapping mapping) {
        for (int i = 0; i < mapping.size(); i++) {
          String key = mapping.key(i);
          parts.add(new Part(mapping.value(i), path.key(key), name + "." + key));
        }
      }
      return parts;
    }

    /** The last key of the path, a name of a definition or field. */
    String key() {
      var steps = path.steps();
      return steps.get(steps.size() - 1) instanceof FieldPath.Step.Key key ? key.name() : "";
    }

    boolean gives(List<String> keywords) {
      return node instanceof Node.Mapping mapping
          && keywords.stream().anyMatch(key -> mapping.find(key).isPresent());
    }
  }

  Part whole(String name) {
    return new Part(root, FieldPath.ROOT, name);
  }

  /** What a part stands for in the end; empty if a reference in it leads nowhere or in a circle. */
  Optional<Part> meant(Part part) {
    var seen = new LinkedHashSet<FieldPath>();
    Part at = part;
    for (Optional<String> ref = at.text("$ref"); ref.isPresent(); ref = at.text("$ref")) {
      Optional<Part> next = seen.add(at.path()) ? target(ref.get()) : Optional.empty();
      if (next.isEmpty()) {
        return Optional.empty();
      }
      at = next.get();
    }
    return Optional.of(at);
  }

  /** The part behind {@code #/$defs/port}, named by its last word. */
  private Optional<Part> target(String reference) {
    if (reference.equals("#")) {
      return Optional.of(whole(""));
    }
    if (!reference.startsWith("#/")) {
      return Optional.empty();
    }
    Optional<Part> found = Optional.of(whole(""));
    for (String step : reference.substring(2).split("/", -1)) {
      String key = unescaped(step);
      found =
          found.flatMap(
              part ->
                  part.node() instanceof Node.Sequence
                      ? part.elements().stream()
                          .filter(e -> e.path().toString().endsWith("[" + key + "]"))
                          .findFirst()
                      : part.find(key).map(child -> child.called(key)));
    }
    return found;
  }

  private static String unescaped(String step) {
    String plain = URLDecoder.decode(step.replace("+", "%2B"), StandardCharsets.UTF_8);
    return plain.replace("~1", "/").replace("~0", "~");
  }
}

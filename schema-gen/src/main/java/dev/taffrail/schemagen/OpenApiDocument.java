package dev.taffrail.schemagen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarFile;

/** The OpenAPI definitions of Kubernetes in one published validator jar. */
final class OpenApiDocument {
  static final String ENTRY = "openshift-generated.json";
  private static final String KUBERNETES = "io.k8s.";

  private final Map<String, JsonNode> definitions = new HashMap<>();

  private OpenApiDocument(JsonNode root) {
    root.path("definitions")
        .properties()
        .forEach(
            definition -> {
              if (definition.getKey().startsWith(KUBERNETES)) {
                definitions.put(definition.getKey(), definition.getValue());
              }
            });
  }

  static OpenApiDocument read(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile());
        InputStream in = file.getInputStream(file.getEntry(ENTRY))) {
      return new OpenApiDocument(new ObjectMapper().readTree(in));
    }
  }

  static OpenApiDocument of(String json) throws JsonProcessingException {
    return new OpenApiDocument(new ObjectMapper().readTree(json));
  }

  Set<String> ids() {
    return Set.copyOf(definitions.keySet());
  }

  /** Empty if this document does not know the field. */
  Optional<FieldNotes> notes(String definition, String field) {
    return property(definition, field).map(OpenApiDocument::notes);
  }

  Optional<String> description(String definition, String field) {
    return property(definition, field)
        .map(node -> node.path("description").asText(""))
        .filter(text -> !text.isEmpty());
  }

  private Optional<JsonNode> property(String definition, String field) {
    return Optional.ofNullable(definitions.get(definition))
        .map(node -> node.path("properties").path(field))
        .filter(JsonNode::isObject);
  }

  private static FieldNotes notes(JsonNode property) {
    JsonNode values = property.has("enum") ? property : property.path("items");
    return new FieldNotes(
        strings(values.path("enum")),
        Optional.of(property.path("default"))
            .filter(OpenApiDocument::isReal)
            .map(JsonNode::toString),
        text(property, "x-kubernetes-list-type"),
        strings(property.path("x-kubernetes-list-map-keys")),
        text(property, "x-kubernetes-patch-merge-key"),
        text(property, "x-kubernetes-patch-strategy"));
  }

  /**
   * The documents give every required field the zero value of its Go type, which no server sets.
   */
  private static boolean isReal(JsonNode defaultValue) {
    return switch (defaultValue.getNodeType()) {
      case MISSING, NULL -> false;
      case STRING -> !defaultValue.textValue().isEmpty();
      case BOOLEAN -> defaultValue.booleanValue();
      case NUMBER -> defaultValue.doubleValue() != 0;
      case ARRAY, OBJECT, BINARY, POJO -> !defaultValue.isEmpty();
    };
  }

  private static Optional<String> text(JsonNode property, String key) {
    return Optional.ofNullable(property.path(key).textValue());
  }

  private static List<String> strings(JsonNode array) {
    var result = new ArrayList<String>();
    array.forEach(element -> result.add(element.asText()));
    return result;
  }
}

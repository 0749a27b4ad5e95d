package dev.taffrail.schemagen;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes what Kubernetes' documentation says about definitions and fields, one line each.
 *
 * <p>The generated client is the newer source. It lost all line breaks, and the text of fields that
 * refer to another definition; the OpenAPI document gives both back where it says the same.
 */
final class DescriptionsText {
  private final Map<String, String> idsByModelClass;
  private final OpenApiDocument document;

  private DescriptionsText(Map<String, String> idsByModelClass, OpenApiDocument document) {
    this.idsByModelClass = idsByModelClass;
    this.document = document;
  }

  static String of(ClientJar client, OpenApiDocument document) {
    var ids = DefinitionNames.of(client, ServedKinds.of(client), document.ids());
    var descriptions = new DescriptionsText(ids, document);
    var blocks = new TreeMap<String, String>();
    for (ModelClass model : client.models().values()) {
      String block = descriptions.block(model);
      if (!block.isEmpty()) {
        blocks.put(ids.get(model.name()), block);
      }
    }
    var text = new StringBuilder();
    blocks.forEach(
        (id, block) -> text.append("\ndefinition ").append(id).append('\n').append(block));
    return text.toString();
  }

  /** The definition itself stands under a dot, which is no field's name. */
  private String block(ModelClass model) {
    String id = requireNonNull(idsByModelClass.get(model.name()));
    var lines = new StringBuilder();
    model.description().ifPresent(text -> line(lines, ".", text));
    for (ModelField field : model.fields()) {
      Optional<String> description = newest(field, document.description(id, field.name()));
      description.ifPresent(text -> line(lines, field.name(), text));
    }
    return lines.toString();
  }

  private static Optional<String> newest(ModelField field, Optional<String> documented) {
    if (field.description().isEmpty()) {
      return documented;
    }
    String words = words(field.description().get());
    return documented.filter(text -> words(text).startsWith(words)).or(field::description);
  }

  private static String words(String text) {
    return String.join(" ", text.strip().split("\\s+"));
  }

  private static void line(StringBuilder lines, String name, String text) {
    String escaped = text.strip().replace("\\", "\\\\").replace("\r", "").replace("\n", "\\n");
    lines.append(name).append(' ').append(escaped).append('\n');
  }
}

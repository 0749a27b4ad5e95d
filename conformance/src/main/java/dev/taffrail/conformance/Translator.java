package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;

/** Writes a parameter of another tool as one of ours; empty leaves our default. */
interface Translator {
  Optional<JsonNode> translate(JsonNode theirs);

  /** By the name a mapping uses. */
  Map<String, Translator> ALL =
      Map.of(
          "first", Translator::first,
          "names", Translator::names,
          "version", Translator::version);

  static Translator named(String name) {
    Translator found = ALL.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no translator is called `" + name + "`");
    }
    return found;
  }

  /** The first of a list; with an empty one there is nothing to demand. */
  private static Optional<JsonNode> first(JsonNode theirs) {
    return Optional.ofNullable(theirs.get(0));
  }

  /** Names of labels of which each must be there. */
  private static Optional<JsonNode> names(JsonNode theirs) {
    var list = JsonNodeFactory.instance.arrayNode();
    theirs.forEach(name -> list.addObject().set("key", name));
    return Optional.of(list);
  }

  /** {@code v1.29} or the number 1.29 is {@code "1.29"}. */
  private static Optional<JsonNode> version(JsonNode theirs) {
    return Optional.of(
        JsonNodeFactory.instance.textNode(theirs.asText().replaceFirst("^v(?=[0-9])", "")));
  }
}

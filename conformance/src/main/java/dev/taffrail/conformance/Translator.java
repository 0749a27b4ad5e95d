package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Writes a parameter of another tool as one of ours; empty leaves our default. */
interface Translator {
  Optional<JsonNode> translate(JsonNode theirs);

  /** By the name a mapping uses. */
  Map<String, Translator> ALL =
      Map.ofEntries(
          Map.entry("addresses", Translator::addresses),
          Map.entry("first", Translator::first),
          Map.entry("globs", Translator::globs),
          Map.entry("least", Translator::least),
          Map.entry("names", Translator::names),
          Map.entry("prefixes", Translator::prefixes),
          Map.entry("profiles", Translator::profiles),
          Map.entry("quantity", Translator::quantity),
          Map.entry("ranges", Translator::ranges),
          Map.entry("requirements", Translator::requirements),
          Map.entry("version", Translator::version));

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
    return Optional.of(text(theirs.asText().replaceFirst("^v(?=[0-9])", "")));
  }

  /**
   * Beginnings of images, such as {@code docker.io/*} or {@code team/}, as whole names. A name that
   * cannot be a registry is a folder of Docker Hub, or an image in its library.
   */
  private static Optional<JsonNode> prefixes(JsonNode theirs) {
    return Optional.of(
        list(
            (theirs.isArray() ? elements(theirs).map(JsonNode::asText) : Stream.of(theirs.asText()))
                .map(prefix -> prefix.replaceFirst("/?\\*?$", ""))
                .filter(prefix -> !prefix.isEmpty())
                .flatMap(
                    prefix ->
                        prefix.matches("[^./:]+") && !prefix.equals("localhost")
                            ? Stream.of("docker.io/" + prefix, "docker.io/library/" + prefix)
                            : Stream.of(prefix))
                .map(Translator::text)));
  }

  /** In theirs one star stands for slashes, too. */
  private static Optional<JsonNode> globs(JsonNode theirs) {
    return Optional.of(
        list(elements(theirs).map(glob -> text(glob.asText().replaceAll("\\*+$", "**")))));
  }

  /** What annotations call a profile, as the field does. */
  private static Optional<JsonNode> profiles(JsonNode theirs) {
    return Optional.of(
        list(
            elements(theirs)
                .map(JsonNode::asText)
                .map(
                    name ->
                        name.equals("runtime/default")
                            ? "RuntimeDefault"
                            : name.startsWith("localhost/")
                                ? "Localhost"
                                : name.equals("unconfined") ? "Unconfined" : name)
                .distinct()
                .map(Translator::text)));
  }

  /** {@code -1} says that there is no limit. */
  private static Optional<JsonNode> quantity(JsonNode theirs) {
    return theirs.asText().equals("-1") ? Optional.empty() : Optional.of(theirs);
  }

  /** Addresses as ranges of one address each. */
  private static Optional<JsonNode> addresses(JsonNode theirs) {
    return Optional.of(
        list(
            elements(theirs)
                .map(JsonNode::asText)
                .map(
                    ip -> text(ip.contains("/") ? ip : ip + (ip.contains(":") ? "/128" : "/32")))));
  }

  /** The least of some numbers. */
  private static Optional<JsonNode> least(JsonNode theirs) {
    return (theirs.isArray() ? elements(theirs) : Stream.of(theirs))
        .min((a, b) -> Long.compare(a.asLong(), b.asLong()));
  }

  /** The ranges of users or groups, where a rule demands that they lie in ranges. */
  private static Optional<JsonNode> ranges(JsonNode theirs) {
    return theirs.path("rule").asText().startsWith("M")
        ? Optional.of(theirs.path("ranges")).filter(JsonNode::isArray)
        : Optional.empty();
  }

  /** Labels or annotations; a regular expression needs to match a part of the value only. */
  private static Optional<JsonNode> requirements(JsonNode theirs) {
    return Optional.of(
        list(
            elements(theirs)
                .map(
                    entry -> {
                      var ours = JsonNodeFactory.instance.objectNode();
                      ours.put("key", entry.path("key").asText());
                      ours.put("pattern", ".*(?:" + entry.path("allowedRegex").asText() + ").*");
                      return ours;
                    })));
  }

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return Stream.iterate(0, i -> i < list.size(), i -> i + 1).map(list::get);
  }

  private static ArrayNode list(Stream<? extends JsonNode> elements) {
    var list = JsonNodeFactory.instance.arrayNode();
    elements.forEach(list::add);
    return list;
  }
}

package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One expectation: a check of another tool says this about this object.
 *
 * @param check the check the case is about
 * @param reportedBy the check that reports it, where the other tool says so; else the same
 * @param controls what the check is a part of, where the other tool groups its checks
 * @param file relative to the folder of the source
 * @param object the object in the file; empty means the only one, or the file as a whole
 * @param inventory further files that are state of the cluster
 * @param wholeFile the expectation is about file and inventory as a whole
 * @param foreign the input is a document of the other tool, no object that Kubernetes knows
 * @param review the file is an admission review, not an object
 * @param fields what a mapping may refer to, such as {@code level}
 */
record Case(
    String id,
    String source,
    String check,
    String reportedBy,
    List<String> controls,
    String file,
    Optional<ObjectPlace> object,
    List<String> inventory,
    Expectation expectation,
    boolean wholeFile,
    boolean foreign,
    boolean review,
    Fields fields) {
  private static final List<String> NOT_RUN_IF_SKIPPED = List.of("checkov", "kube-score");

  private static final List<String> FOREIGN = List.of("cloud", "hostdata", "partial");

  Case {
    controls = List.copyOf(controls);
    inventory = List.copyOf(inventory);
  }

  /** The number of a document, and of an item if that is a list. */
  record ObjectPlace(int document, Optional<Integer> item) {}

  /** The case as it was written, for mappings that refer to its fields. */
  record Fields(JsonNode json) {
    /**
     * What a path of names with dots leads to, of a list what it leads to in its elements; empty if
     * there is nothing, or null. The end of a path may be one name that has dots itself.
     */
    Optional<JsonNode> find(String path) {
      JsonNode at = json;
      String rest = path;
      while (!at.has(rest) && rest.indexOf('.') >= 0) {
        at = step(at, rest.substring(0, rest.indexOf('.')));
        rest = rest.substring(rest.indexOf('.') + 1);
      }
      at = step(at, rest);
      return at.isMissingNode() || at.isNull() ? Optional.empty() : Optional.of(at);
    }

    private static JsonNode step(JsonNode at, String name) {
      if (!at.isArray()) {
        return at.path(name);
      }
      var found = JsonNodeFactory.instance.arrayNode();
      at.forEach(element -> Optional.ofNullable(element.get(name)).ifPresent(found::add));
      return found;
    }
  }

  enum Expectation {
    PASS,
    FAIL,
    /** Of the tools in {@link #NOT_RUN_IF_SKIPPED}: the check was off, or switched off here. */
    NOT_RUN,
    /** Something else than a verdict, which we cannot compare. */
    OTHER;

    /** A check that is skipped reports nothing. */
    static Expectation of(String word, String source) {
      return switch (word) {
        case "skip" -> NOT_RUN_IF_SKIPPED.contains(source) ? NOT_RUN : PASS;
        case "pass" -> PASS;
        case "fail" -> FAIL;
        default -> OTHER;
      };
    }
  }

  /** Reads a line of {@code cases.jsonl}; {@code checks} is what {@code checks.json} tells. */
  static Case of(JsonNode json, JsonNode checks) {
    var inventory = new ArrayList<String>();
    json.path("inventory").forEach(file -> inventory.add(file.asText()));
    // Gatekeeper's cases name the folder of a check, everybody else its kind of constraint.
    String check =
        json.has("constraint_kind")
            ? json.get("constraint_kind").asText().toLowerCase(Locale.ROOT)
            : json.path("check").asText();
    var controls = new ArrayList<String>();
    checks.path(check).path("controls").forEach(c -> controls.add(c.path("id").asText()));
    return new Case(
        json.path("id").asText(),
        json.path("source").asText(),
        check,
        json.path("reported_by").asText(check),
        controls,
        json.path("file").asText(),
        place(json.path("object")),
        inventory,
        Expectation.of(json.path("expect").asText(), json.path("source").asText()),
        json.has("scope"),
        isForeign(json.path("input_class")),
        json.path("admission_review").asBoolean(),
        new Fields(json));
  }

  /** Node facts are a document of a scanner too, but one that we read. */
  private static boolean isForeign(JsonNode inputs) {
    var classes = new ArrayList<String>();
    classes.add(inputs.asText());
    inputs.forEach(input -> classes.add(input.asText()));
    return FOREIGN.stream().anyMatch(classes::contains);
  }

  private static Optional<ObjectPlace> place(JsonNode object) {
    return object.has("doc")
        ? Optional.of(
            new ObjectPlace(
                object.get("doc").asInt(),
                object.hasNonNull("item")
                    ? Optional.of(object.get("item").asInt())
                    : Optional.empty()))
        : Optional.empty();
  }
}

package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import dev.taffrail.ParameterValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the value of a parameter of ours comes from: {@code name=value} with a value in YAML,
 * {@code name=$field.of.the.case}, or {@code name=$field:translator} where the other tool writes
 * such a value in another way. A field that is missing leaves our default.
 *
 * @param name as in {@code --param}: also {@code module/policy.param}
 */
record Parameter(String name, String expression) {
  /** Reads a list with blanks in between; those in quotes and brackets belong to a value. */
  static List<Parameter> list(String cell) {
    var found = new ArrayList<Parameter>();
    int depth = 0;
    int start = 0;
    boolean quoted = false;
    String text = cell + " ";
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && (c == '[' || c == '{')) {
        depth++;
      } else if (!quoted && (c == ']' || c == '}')) {
        depth--;
      } else if (!quoted && depth == 0 && c == ' ') {
        if (i > start) {
          found.add(of(text.substring(start, i)));
        }
        start = i + 1;
      }
    }
    if (quoted || depth != 0) {
      throw new IllegalArgumentException("a quote or bracket is not closed: " + cell);
    }
    return found;
  }

  private static Parameter of(String text) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("no parameter `name=value`: " + text);
    }
    return new Parameter(text.substring(0, equals), text.substring(equals + 1));
  }

  /** The value in a case; empty if the case leaves it open. */
  Optional<ParameterValue> in(Case.Fields fields) {
    if (!expression.startsWith("$")) {
      return Optional.of(ParameterValue.of(name, expression));
    }
    int colon = expression.indexOf(':');
    String path = expression.substring(1, colon < 0 ? expression.length() : colon);
    Optional<JsonNode> value = fields.find(path);
    if (colon >= 0) {
      value = value.flatMap(Translator.named(expression.substring(colon + 1))::translate);
    }
    return value.map(json -> ParameterValue.of(name, json.toString()));
  }
}

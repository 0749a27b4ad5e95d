package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * What must hold of a case: {@code field=value}, also of an element of a list; {@code
 * field!=value}, its opposite; {@code field}, which is there; {@code !field}, which is not.
 *
 * @param value empty: whatever there is
 */
record Condition(String path, boolean negated, Optional<String> value) {
  static Condition of(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      return text.startsWith("!")
          ? new Condition(text.substring(1), true, Optional.empty())
          : new Condition(text, false, Optional.empty());
    }
    boolean negated = text.charAt(equals - 1) == '!';
    return new Condition(
        text.substring(0, negated ? equals - 1 : equals),
        negated,
        Optional.of(text.substring(equals + 1)));
  }

  boolean holds(Case.Fields fields) {
    return negated
        != fields
            .find(path)
            .filter(node -> value.isEmpty() || isOrHas(node, value.get()))
            .isPresent();
  }

  private static boolean isOrHas(JsonNode node, String value) {
    if (!node.isArray()) {
      return node.asText().equals(value);
    }
    for (JsonNode element : node) {
      if (element.asText().equals(value)) {
        return true;
      }
    }
    return false;
  }
}

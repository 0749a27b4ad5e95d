package dev.taffrail.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Names policies of ours: {@code module/policy}, {@code module/policy/rule}, or all of a module:
 * {@code module/*}; in cases that fulfil a condition in braces only, as in {@code
 * module/policy{params.probes=readinessProbe}}.
 */
record Pattern(String text, Optional<Condition> condition) {
  /** A field of the case has this value, or is a list with it. */
  record Condition(String path, String value) {
    boolean holds(Case.Fields fields) {
      return fields.find(path).filter(this::isOrHas).isPresent();
    }

    private boolean isOrHas(JsonNode node) {
      if (node.isArray()) {
        for (var element : node) {
          if (element.asText().equals(value)) {
            return true;
          }
        }
        return false;
      }
      return node.asText().equals(value);
    }
  }

  static Pattern of(String word) {
    int brace = word.indexOf('{');
    if (brace < 0) {
      return new Pattern(word, Optional.empty());
    }
    int equals = word.indexOf('=', brace);
    if (equals < 0 || !word.endsWith("}")) {
      throw new IllegalArgumentException("no condition `{field=value}`: " + word);
    }
    return new Pattern(
        word.substring(0, brace),
        Optional.of(
            new Condition(
                word.substring(brace + 1, equals), word.substring(equals + 1, word.length() - 1))));
  }

  boolean applies(Case.Fields fields) {
    return condition.isEmpty() || condition.get().holds(fields);
  }

  String module() {
    return text.substring(0, text.indexOf('/'));
  }

  boolean matches(String policy, Optional<String> rule) {
    return names(policy) && !isRule() || rule.isPresent() && text.equals(policy + "/" + rule.get());
  }

  /** Whether a policy is needed to know what this pattern finds. */
  boolean names(String policy) {
    return text.equals(policy)
        || text.startsWith(policy + "/")
        || text.equals(module() + "/*") && policy.startsWith(module() + "/");
  }

  private boolean isRule() {
    return text.indexOf('/') != text.lastIndexOf('/');
  }
}

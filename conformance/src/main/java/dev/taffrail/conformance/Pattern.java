package dev.taffrail.conformance;

import java.util.Optional;

/**
 * Names policies of ours: {@code module/policy}, {@code module/policy/rule}, or all of a module:
 * {@code module/*}; in cases that fulfil a {@linkplain Condition condition} in braces only, as in
 * {@code module/policy{params.probes=readinessProbe}}.
 */
record Pattern(String text, Optional<Condition> condition) {
  static Pattern of(String word) {
    int brace = word.indexOf('{');
    if (brace < 0) {
      return new Pattern(word, Optional.empty());
    }
    if (!word.endsWith("}")) {
      throw new IllegalArgumentException("a brace is not closed: " + word);
    }
    return new Pattern(
        word.substring(0, brace),
        Optional.of(Condition.of(word.substring(brace + 1, word.length() - 1))));
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

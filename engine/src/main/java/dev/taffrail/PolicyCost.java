package dev.taffrail;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy costs on one object at most.
 *
 * @param policy its qualified id
 * @param formula steps of evaluation, over the sizes of the collections that it loops over: {@code
 *     3·|containers|·|ports| + 2}
 * @param depths how deep its loops nest, by what they go over: {@code object}, {@code index},
 *     {@code cluster}
 * @param lookedUp kinds whose objects it looks up, sorted
 * @param lookedUpByName whether it looks up objects of kinds that only manifests name
 * @param timeDependent whether it asks for the time, so that a verdict holds for a moment only
 * @param externals external functions that it calls, sorted
 */
public record PolicyCost(
    String policy,
    String formula,
    Map<String, Integer> depths,
    List<String> lookedUp,
    boolean lookedUpByName,
    boolean timeDependent,
    List<String> externals) {
  public PolicyCost {
    lookedUp = List.copyOf(lookedUp);
    depths = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(depths));
    externals = List.copyOf(externals);
  }

  /**
   * What it asks of whoever runs it, for instance {@code looks up Ingress; calls shop/digest}:
   * steps do not count how long that takes, and the same object can get another verdict.
   */
  public Optional<String> asks() {
    var words = new ArrayList<String>();
    var kinds = new ArrayList<>(lookedUp);
    if (lookedUpByName) {
      kinds.add("what manifests name");
    }
    if (!kinds.isEmpty()) {
      words.add("looks up " + String.join(", ", kinds));
    }
    if (timeDependent) {
      words.add("asks for the time");
    }
    if (!externals.isEmpty()) {
      words.add("calls " + String.join(", ", externals));
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
  }
}

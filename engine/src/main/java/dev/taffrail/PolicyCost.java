package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import java.util.List;
import java.util.Map;

/**
 * What a policy costs on one object at most.
 *
 * @param policy its qualified id
 * @param formula steps of evaluation, over the sizes of the collections that it loops over: {@code
 *     3·|containers|·|ports| + 2}
 * @param depths how deep its loops nest, by what they go over: {@code object}, {@code index},
 *     {@code cluster}
 */
public record PolicyCost(String policy, String formula, Map<String, Integer> depths) {
  public PolicyCost {
    depths = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(depths));
  }

  /**
   * The costs of policies that were compiled together.
   *
   * @param policies by id; empty if one does not compile
   * @param diagnostics what the compiler says, in source order
   */
  public record Listing(List<PolicyCost> policies, List<Diagnostic> diagnostics) {
    public Listing {
      policies = List.copyOf(policies);
      diagnostics = List.copyOf(diagnostics);
    }
  }
}

package dev.taffrail;

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
}

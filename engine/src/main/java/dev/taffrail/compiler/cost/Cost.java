package dev.taffrail.compiler.cost;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a policy costs on one object at most.
 *
 * @param formula steps, over the sizes of collections
 * @param depths how deep loops nest, by the word of the dimension
 */
public record Cost(String formula, Map<String, Integer> depths) {

  /** The costs of all policies. */
  public static Map<IrPolicy, Cost> of(IrProgram program) {
    var model = new CostModel(program);
    var costs = new LinkedHashMap<IrPolicy, Cost>();
    program.policies().forEach(policy -> costs.put(policy, of(model.of(policy))));
    return costs;
  }

  private static Cost of(Polynomial cost) {
    var depths = new LinkedHashMap<String, Integer>();
    Stream.of(Dimension.values()).forEach(d -> depths.put(d.word(), cost.degree(d)));
    return new Cost(cost.toString(), depths);
  }
}

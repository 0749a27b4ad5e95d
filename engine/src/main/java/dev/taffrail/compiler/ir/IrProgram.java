package dev.taffrail.compiler.ir;

import java.util.List;
import java.util.Map;

/** Everything that was compiled together. */
public record IrProgram(
    List<IrPolicy> policies,
    Map<GlobalId, IrFunction> functions,
    Map<GlobalId, IrFunction> values,
    Map<GlobalId, IrIndex> indexes,
    Map<ParameterId, IrParameter> parameters,
    List<IrTest> tests,
    IrGovernance governance) {
  public IrProgram {
    tests = List.copyOf(tests);
    policies = List.copyOf(policies);
    functions = Map.copyOf(functions);
    values = Map.copyOf(values);
    indexes = Map.copyOf(indexes);
    parameters = Map.copyOf(parameters);
  }

  /** The same program with other policies to judge. */
  public IrProgram withPolicies(List<IrPolicy> others) {
    return new IrProgram(others, functions, values, indexes, parameters, tests, governance);
  }
}

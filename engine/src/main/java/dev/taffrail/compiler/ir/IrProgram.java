package dev.taffrail.compiler.ir;

import dev.taffrail.finding.DataFile;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everything that was compiled together. */
public record IrProgram(
    List<IrPolicy> policies,
    Map<GlobalId, IrFunction> functions,
    Map<GlobalId, IrFunction> values,
    Map<GlobalId, IrIndex> indexes,
    Map<GlobalId, IrExternal> externals,
    Map<ParameterId, IrParameter> parameters,
    List<IrTest> tests,
    IrGovernance governance,
    List<DataFile> dataFiles) {
  public IrProgram {
    dataFiles = List.copyOf(dataFiles);
    tests = List.copyOf(tests);
    policies = List.copyOf(policies);
    functions = Map.copyOf(functions);
    values = Map.copyOf(values);
    indexes = Map.copyOf(indexes);
    externals = Map.copyOf(externals);
    parameters = Map.copyOf(parameters);
  }

  /** The same program with other policies to judge. */
  public IrProgram withPolicies(List<IrPolicy> others) {
    return new IrProgram(
        others, functions, values, indexes, externals, parameters, tests, governance, dataFiles);
  }

  /** A function that something in the program calls. */
  public IrFunction function(GlobalId id) {
    return existing(functions.get(id), id);
  }

  /** A let of a module that something in the program names. */
  public IrFunction value(GlobalId id) {
    return existing(values.get(id), id);
  }

  /** A function of the host that something in the program calls. */
  public IrExternal external(GlobalId id) {
    IrExternal found = externals.get(id);
    if (found == null) {
      throw new IllegalStateException("nothing is declared as " + id);
    }
    return found;
  }

  /** An index that something in the program asks. */
  public IrIndex index(GlobalId id) {
    return existing(indexes.get(id), id);
  }

  private static <T> T existing(@Nullable T found, GlobalId id) {
    if (found == null) {
      throw new IllegalStateException("nothing is declared as " + id);
    }
    return found;
  }
}

package dev.taffrail;

import java.util.List;

/** Compiled policies with their parameters; immutable, shared by any number of threads. */
public final class PolicySet {
  PolicySet() {}

  /** The policies that will be judged, by id. */
  public List<PolicyInfo> policies() {
    throw new UnsupportedOperationException("written next");
  }

  /**
   * The same policies with parameter values.
   *
   * @return rejected with E0107 or E0126 if a name is not known, a value does not fit, or a
   *     parameter without default has no value
   */
  public Compilation bind(List<ParameterValue> values) {
    throw new UnsupportedOperationException("written next");
  }
}

package dev.taffrail.cli;

import dev.taffrail.ParameterValue;
import java.util.List;

/** The values that the user gives to parameters. */
record ParameterChoice(List<ParameterValue> values) {
  ParameterChoice {
    values = List.copyOf(values);
  }

  static ParameterChoice of(CheckOptions options, PolicyChoice choice) throws UsageMistake {
    return new ParameterChoice(List.of());
  }
}

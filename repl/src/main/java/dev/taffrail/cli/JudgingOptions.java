package dev.taffrail.cli;

import dev.taffrail.ParameterValue;
import dev.taffrail.PolicyEngine;
import dev.taffrail.cli.line.Given;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the user says of a run that judges: what, by which policies, and beside what.
 *
 * @param paths what to judge
 * @param policies names of policies
 * @param kubernetes the version whose schema is used, or the newest
 * @param schemas files and folders with definitions of custom resources
 * @param parameters {@code NAME=VALUE}
 * @param parameterFiles files of parameters
 * @param inventory what policies may look up
 * @param governance files and folders of waivers and enforcement
 * @param date the moment of the run, for waivers and {@code asOf}; now, unless evidence says when
 * @param evidence a file of recorded answers of external functions
 */
record JudgingOptions(
    List<String> paths,
    List<String> policies,
    Optional<String> kubernetes,
    List<String> schemas,
    List<String> parameters,
    List<String> parameterFiles,
    InventoryOptions inventory,
    List<String> governance,
    Optional<Instant> date,
    Optional<String> evidence) {

  /**
   * @param policies those without {@code --policies}
   */
  static JudgingOptions of(Given arguments, List<String> policies) throws UsageMistake {
    List<String> paths = arguments.words();
    return new JudgingOptions(
        paths,
        arguments.has("--policies") ? arguments.values("--policies") : policies,
        arguments.value("--kubernetes"),
        arguments.values("--schemas"),
        arguments.values("--param"),
        arguments.values("--params"),
        InventoryOptions.of(arguments, paths),
        GovernanceChoice.names(arguments),
        Choices.date(arguments.value("--date")),
        arguments.value("--evidence"));
  }

  /** The same with further paths. */
  JudgingOptions withPaths(List<String> others) {
    return new JudgingOptions(
        others,
        policies,
        kubernetes,
        schemas,
        parameters,
        parameterFiles,
        inventory,
        governance,
        date,
        evidence);
  }

  /** Whether neither parameters nor waivers nor enforcement are given. */
  boolean saysNothingOfPolicies() {
    return parameters.isEmpty() && parameterFiles.isEmpty() && governance.isEmpty();
  }

  PolicyEngine engine() throws UsageMistake {
    return Choices.engine(kubernetes, SchemaChoice.of(schemas));
  }

  /** The values of parameters, the weakest first. */
  List<ParameterValue> values(Map<String, String> implied) throws UsageMistake {
    return ParameterChoice.of(parameters, parameterFiles, implied).values();
  }
}

package dev.taffrail.stdlib;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Manifest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What compiled policies say about fixtures, as text with a line for each finding. */
final class Verdicts {
  private final PolicyEngine engine;
  private final PolicySet policies;
  private final Map<Setting, PolicySet> bound = new HashMap<>();

  Verdicts(PolicyEngine engine, PolicySet policies) {
    this.engine = engine;
    this.policies = policies;
  }

  static Verdicts of(PolicyEngine engine, Compilation compilation) {
    return new Verdicts(engine, compilation.orThrow());
  }

  /**
   * The findings of one policy.
   *
   * @param policy the last part of its id
   */
  String of(String policy, Manifest manifest, Setting setting) {
    var set = bound.computeIfAbsent(setting, s -> policies.bind(s.values()).orThrow());
    return engine.scan(set, List.of(manifest)).findings().stream()
        .filter(finding -> isAbout(policy, finding))
        .map(Verdicts::line)
        .collect(Collectors.joining());
  }

  /** Trouble with the fixture itself must not be overlooked, whichever policy is looked at. */
  private static boolean isAbout(String policy, Finding finding) {
    return finding.policy().endsWith("/" + policy) || finding.policy().startsWith("taffrail.");
  }

  private static String line(Finding finding) {
    var position = finding.span().startPosition();
    String error = finding.outcome() == Outcome.ERROR ? "error: " : "";
    return "%s:%s  %s  %s  %s%s%n"
        .formatted(
            position.line(),
            position.column(),
            finding.shortName(),
            finding.path(),
            error,
            finding.message())
        .replace("\r\n", "\n");
  }
}

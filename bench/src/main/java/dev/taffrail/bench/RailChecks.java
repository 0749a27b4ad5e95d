package dev.taffrail.bench;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.source.SourceFile;
import java.util.List;

/** The checks as policies of Taffrail. */
final class RailChecks implements Verdicts {
  private static final String MODULE = "bench.hardening/";

  private final PolicyEngine engine = PolicyEngine.builder().build();
  private final PolicySet policies =
      engine
          .compile(List.of(SourceFile.of("hardening.rail", Samples.text("hardening.rail"))))
          .orThrow();

  /** The names, sorted. */
  List<String> names() {
    return policies.policies().stream().map(p -> p.id().substring(MODULE.length())).toList();
  }

  /** What the policies find: more than a bit each, with messages and places. */
  List<Finding> findings(KubernetesObject object) {
    return engine.evaluate(policies, object).findings();
  }

  @Override
  public int judge(KubernetesObject object) {
    int verdicts = (1 << CheckNames.ALL.size()) - 1;
    for (Finding finding : findings(object)) {
      verdicts &= ~(1 << CheckNames.ALL.indexOf(finding.policy().substring(MODULE.length())));
    }
    return verdicts;
  }
}

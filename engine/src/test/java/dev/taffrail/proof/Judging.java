package dev.taffrail.proof;

import dev.taffrail.Compilation;
import dev.taffrail.Evaluation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.statistics.Statistics;

/** Compiling and judging as properties do it, with words for a case that fails. */
final class Judging {
  static final PolicyEngine ENGINE = PolicyEngine.builder().build();

  private Judging() {}

  static SourceFile file(String text) {
    return SourceFile.of("policy.rail", text);
  }

  /** The policies, if they compile; at least half must, or the generator proves too little. */
  static Optional<PolicySet> compiled(String policy) {
    Optional<PolicySet> set = compile(List.of(file(policy)));
    Statistics.label("policies")
        .collect(set.isPresent() ? "compiled" : "refused")
        .coverage(shares -> shares.check("compiled").percentage(share -> share >= 50));
    return set;
  }

  static Optional<PolicySet> compile(List<SourceFile> files) {
    return switch (ENGINE.compile(files)) {
      case Compilation.Compiled compiled -> Optional.of(compiled.policies());
      case Compilation.Rejected rejected -> {
        if (Boolean.getBoolean("taffrail.soak.refused")) {
          System.out.println(DiagnosticRenderer.plain().render(rejected.diagnostics()));
        }
        yield Optional.empty();
      }
    };
  }

  /** Judges an object in a cluster in which it is the only one of its kind. */
  static Evaluation judge(PolicySet policies, KubernetesObject object) {
    return ENGINE.evaluate(
        policies, object, Inventory.of(List.of(object), Set.of(GroupKind.of(object.kind()))));
  }

  /** What a finding says, but for positions. */
  static String essence(Finding finding) {
    return "%s %s %s %s %s: %s"
        .formatted(
            finding.policy(),
            finding.rule().orElse("-"),
            finding.outcome().word(),
            finding.severity(),
            finding.path(),
            finding.message());
  }

  static String story(String policy, Object tree) {
    return "\n" + policy + "\n" + Trees.text(tree) + "\n";
  }
}

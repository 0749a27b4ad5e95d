package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.Compiling;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.Cases;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** Compiled policies say the same as interpreted ones, to the last position. */
class DifferentialTest {
  private static final PolicyEngine INTERPRETING =
      PolicyEngine.builder().compiling(Compiling.NEVER).build();
  private static final PolicyEngine COMPILING =
      PolicyEngine.builder().compiling(Compiling.AT_ONCE).build();

  @Property(seed = Seeds.FIXED)
  void compiledPoliciesSayTheSame(@ForAll(supplier = Seeds.class) long seed) {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    var text = new StringBuilder();
    var policies = new ArrayList<GeneratedPolicy>();
    for (int i = 0; i < 3; i++) {
      var policy = new GeneratedPolicy(chance.seed(), "Random" + i, 3, false);
      if (INTERPRETING.compile(List.of(Judging.file(policy.text())))
          instanceof Compilation.Compiled) {
        policies.add(policy);
        text.append(policy.text()).append('\n');
      }
    }
    Statistics.label("policies together").collect(policies.size());
    if (policies.isEmpty()) {
      return;
    }
    var file = Judging.file(text.toString());
    var interpreted = compile(INTERPRETING, file);
    var compiled = compile(COMPILING, file);
    for (int objects = 0; objects < Cases.OBJECTS; objects++) {
      Cases.count();
      var policy = policies.get(objects % policies.size());
      var tree = new GeneratedObject(chance, policy.text(), chance.oneIn(3)).of(policy.kind());
      for (KubernetesObject object : Trees.manifest("object.yaml", tree).objects()) {
        var expected = INTERPRETING.evaluate(interpreted, object);
        Statistics.label("outcome")
            .collect(
                expected.findings().isEmpty()
                    ? "no finding"
                    : expected.findings().stream().anyMatch(f -> f.outcome() == Outcome.ERROR)
                        ? "error"
                        : "violation");
        assertEquals(
            expected, COMPILING.evaluate(compiled, object), () -> Judging.story(file.text(), tree));
      }
    }
  }

  private static PolicySet compile(PolicyEngine engine, SourceFile file) {
    return ((Compilation.Compiled) engine.compile(List.of(file))).policies();
  }
}

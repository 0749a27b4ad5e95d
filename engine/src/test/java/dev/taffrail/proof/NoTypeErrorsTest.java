package dev.taffrail.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.taffrail.Evaluation;
import dev.taffrail.PolicySet;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.ReportFormat;
import dev.taffrail.report.TextOptions;
import dev.taffrail.testkit.Cases;
import dev.taffrail.value.ErrorCode;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.statistics.Statistics;

/** A policy that compiles has an outcome for every object, be it valid or broken. */
class NoTypeErrorsTest {
  @Property(seed = Seeds.FIXED)
  void policiesThatCompileHaveAnOutcome(@ForAll(supplier = Seeds.class) long seed)
      throws Exception {
    if (Cases.enough()) {
      return;
    }
    var chance = new Chance(seed);
    var policy = new GeneratedPolicy(chance.seed(), "Random", 3, false);
    var compiled = Judging.compiled(policy.text());
    if (compiled.isEmpty()) {
      return;
    }
    for (int objects = 0; objects < Cases.OBJECTS; objects++) {
      boolean broken = objects % 2 == 1;
      var tree = new GeneratedObject(chance, policy.text(), broken).of(policy.kind());
      Cases.count();
      judge(compiled.get(), Trees.manifest("object.yaml", tree), broken, policy.text());
    }
  }

  private static void judge(PolicySet policies, Manifest manifest, boolean broken, String policy)
      throws Exception {
    String story = "\n" + policy + "\n" + manifest.source().text();
    for (var object : manifest.objects()) {
      Evaluation result = Judging.judge(policies, object);
      // The constructor of findings sees to it that errors, and only they, have a code.
      for (Finding finding : result.findings()) {
        assertNotEquals(Optional.of(ErrorCode.INTERNAL), finding.code(), () -> finding + story);
      }
      int rules = policies.policies().stream().mapToInt(p -> Math.max(1, p.rules().size())).sum();
      var found = result.findings().stream().map(Finding::shortName).collect(Collectors.toSet());
      assertEquals(
          rules,
          found.size() + result.passed() + result.notApplicable(),
          "an outcome each" + story);
      Statistics.label(broken ? "broken objects" : "valid objects").collect(word(result));
    }
    var report = Judging.ENGINE.scan(policies, List.of(manifest));
    for (ReportFormat format : ReportFormat.values()) {
      format.writer(TextOptions.PLAIN).write(report, new StringWriter());
    }
  }

  private static String word(Evaluation result) {
    for (Outcome outcome : List.of(Outcome.ERROR, Outcome.VIOLATION)) {
      if (result.findings().stream().anyMatch(finding -> finding.outcome() == outcome)) {
        return outcome.word();
      }
    }
    return (result.passed() > 0 ? Outcome.PASS : Outcome.NOT_APPLICABLE).word();
  }
}

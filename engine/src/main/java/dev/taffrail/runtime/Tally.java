package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.runtime.interpret.Judged;
import dev.taffrail.runtime.interpret.Lookups;
import java.util.ArrayList;
import java.util.List;

/** What policies said so far. */
final class Tally {
  private final List<Finding> findings = new ArrayList<>();
  private final List<String> judged;
  private int passed;
  private int notApplicable;

  /**
   * @param before what is known of other policies already; there are no findings
   */
  Tally(Evaluator.Result before) {
    judged = new ArrayList<>(before.judged());
    passed = before.passed();
    notApplicable = before.notApplicable();
  }

  /** A policy that is about nothing in the object. */
  void addNotApplicable(IrPolicy policy) {
    notApplicable += policy.rules().size();
  }

  /** Judges what a policy is about. */
  void add(IrPolicy policy, List<Judged> targets, Evaluator evaluator) {
    boolean applies = false;
    for (Judged target : targets) {
      for (Outcome outcome : evaluator.judge(policy, target, new Lookups(), findings)) {
        passed += outcome == Outcome.PASS ? 1 : 0;
        notApplicable += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
        applies |= outcome != Outcome.NOT_APPLICABLE;
      }
    }
    if (applies) {
      judged.add(policy.id());
    }
  }

  Evaluator.Result result() {
    return new Evaluator.Result(findings, passed, notApplicable, judged);
  }
}

package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.Admission;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Judged;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.TargetSelection;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Policies applied to objects; it finds, and decides nothing.
 *
 * <p>Safe to share between threads.
 */
public final class Evaluator {
  private final IrProgram program;
  private final SchemaTypes types;
  private final Environment environment;
  private final TargetSelection targets;
  private final AskedPolicies asked;
  private final RuleInterpreter interpreter;

  public Evaluator(IrProgram program, SchemaTypes types, Environment environment) {
    this.program = program;
    this.types = types;
    this.environment = environment;
    this.targets = new TargetSelection(types);
    this.asked = new AskedPolicies(program);
    this.interpreter = new RuleInterpreter(environment);
  }

  /** The same policies over another inventory. */
  public Evaluator over(Inventory inventory) {
    return new Evaluator(program, types, environment.over(inventory));
  }

  /** What all policies say about one object; counts are of rules. */
  public record Result(List<Finding> findings, int passed, int notApplicable) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /**
   * Judges one object by every policy.
   *
   * @param judgedInOwner the controller of this object is judged too, so that policies which look
   *     into its pod template say nothing here
   */
  public Result evaluate(KubernetesObject object, boolean judgedInOwner) {
    var findings = new ArrayList<Finding>();
    int passed = 0;
    int notApplicable = 0;
    for (IrPolicy policy : program.policies()) {
      boolean isAsked =
          asked.contain(policy, object.admission()) && !(judgedInOwner && policy.target().lifted());
      Optional<ObjectValue> target =
          isAsked ? targets.select(policy.target(), object) : Optional.empty();
      if (target.isEmpty()) {
        notApplicable += policy.rules().size();
        continue;
      }
      var results = run(policy, judged(policy, target.get(), object), findings);
      for (int i = 0; i < results.size(); i++) {
        Outcome outcome = add(policy, policy.rules().get(i), results.get(i), findings);
        passed += outcome == Outcome.PASS ? 1 : 0;
        notApplicable += outcome == Outcome.NOT_APPLICABLE ? 1 : 0;
      }
    }
    return new Result(findings, passed, notApplicable);
  }

  private Judged judged(IrPolicy policy, ObjectValue target, KubernetesObject object) {
    return new Judged(
        target,
        object.admission().flatMap(Admission::old).flatMap(o -> targets.select(policy.target(), o)),
        RequestValue.of(object.admission()));
  }

  private List<CheckResult.RuleResult> run(IrPolicy policy, Judged judged, List<Finding> findings) {
    try {
      return interpreter.run(policy, judged);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug of ours must not let the object pass, nor keep other policies from judging it.
      var place = new Place(judged.target().place().object(), FieldPath.ROOT);
      for (IrPolicy.IrRule rule : policy.rules()) {
        findings.add(FindingMaker.error(policy, rule, "internal error: " + e, place));
      }
      return List.of();
    }
  }

  private static Outcome add(
      IrPolicy policy,
      IrPolicy.IrRule rule,
      CheckResult.RuleResult result,
      List<Finding> findings) {
    if (!result.applies()) {
      return Outcome.NOT_APPLICABLE;
    }
    if (result.selectionFailure().isPresent()) {
      var failure = result.selectionFailure().get();
      findings.add(FindingMaker.error(policy, rule, failure.message(), failure.place()));
      return Outcome.ERROR;
    }
    for (CheckResult check : result.failed()) {
      findings.add(FindingMaker.of(policy, rule, check));
    }
    boolean error = result.failed().stream().anyMatch(CheckResult::error);
    return error ? Outcome.ERROR : result.failed().isEmpty() ? Outcome.PASS : Outcome.VIOLATION;
  }
}

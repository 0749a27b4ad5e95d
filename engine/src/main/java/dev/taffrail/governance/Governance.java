package dev.taffrail.governance;

import dev.taffrail.compiler.ir.IrGovernance;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Enforcement;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.Inventory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The step behind the evaluator: findings in, findings with waivers and enforcement out.
 *
 * <p>It changes no verdict and drops nothing but what is enforced as off, which it counts.
 */
public final class Governance {
  private static final GroupKind NAMESPACE = new GroupKind("", "Namespace");

  private final IrGovernance declared;
  private final IrProgram program;
  private final SchemaTypes types;
  private final Environment environment;
  private final Collection<KubernetesObject> namespaces;
  private final EnforcementChoice enforcement;

  /**
   * @param program what is judged
   * @param declared what is applied of what is declared in it, or something else
   */
  public Governance(
      IrProgram program, IrGovernance declared, SchemaTypes types, Environment environment) {
    this(program, declared, types, environment, List.of());
  }

  private Governance(
      IrProgram program,
      IrGovernance declared,
      SchemaTypes types,
      Environment environment,
      Collection<KubernetesObject> namespaces) {
    this.declared = declared;
    this.program = program;
    this.types = types;
    this.environment = environment;
    this.namespaces = List.copyOf(namespaces);
    this.enforcement =
        new EnforcementChoice(
            program, declared.enforcements(), new RuleInterpreter(environment), types);
  }

  /** The same, with the namespaces and other objects of an inventory. */
  public Governance over(Inventory inventory) {
    return new Governance(
        program, declared, types, environment.over(inventory), inventory.ofKind(NAMESPACE));
  }

  /** The same at a moment. */
  public Governance at(Instant moment) {
    return new Governance(program, declared, types, environment.at(moment), namespaces);
  }

  /**
   * Findings as they are reported.
   *
   * @param findings in the order they came
   * @param off how many were left out because they are enforced as off
   */
  public record Result(List<Finding> findings, int off) {
    public Result {
      findings = List.copyOf(findings);
    }
  }

  /** Applies waivers and enforcement. */
  public Result apply(
      Collection<Finding> findings,
      Collection<KubernetesObject> judgedObjects,
      Optional<LocalDate> date) {
    var objects = new JudgedObjects(judgedObjects, namespaces);
    var waived = new Waiving(declared.waivers(), date).apply(findings, objects);
    return enforced(waived.findings(), objects);
  }

  /** As {@link #apply}, and what is wrong with the waivers comes last. */
  public Result applyToAll(
      Collection<Finding> findings,
      Collection<KubernetesObject> judgedObjects,
      Optional<LocalDate> date) {
    var objects = new JudgedObjects(judgedObjects, namespaces);
    var waived = new Waiving(declared.waivers(), date).apply(findings, objects);
    var all = new ArrayList<>(waived.findings());
    var judged = program.policies().stream().map(IrPolicy::id).toList();
    all.addAll(new WaiverFindings(date, judged).of(waived.uses()));
    return enforced(all, objects);
  }

  private Result enforced(List<Finding> findings, JudgedObjects objects) {
    var kept = new ArrayList<Finding>();
    for (Finding finding : findings) {
      EnforcementChoice.Choice choice = enforcement.of(finding, objects);
      if (choice.level() != Enforcement.OFF) {
        kept.add(finding.enforcedAs(choice.level(), choice.reason()));
      }
    }
    return new Result(kept, findings.size() - kept.size());
  }
}

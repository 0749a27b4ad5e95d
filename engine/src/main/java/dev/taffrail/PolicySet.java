package dev.taffrail;

import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.Evaluator;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.inventory.Inventory;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Compiled policies with their parameters; immutable, shared by any number of threads. */
public final class PolicySet {
  private final IrProgram program;
  private final ParameterBinding binding;
  private final Evaluator evaluator;

  PolicySet(IrProgram program, ParameterBinding binding, Evaluator evaluator) {
    this.program = program;
    this.binding = binding;
    this.evaluator = evaluator;
  }

  /** How many policies will be judged. */
  public int size() {
    return program.policies().size();
  }

  /** The policies that will be judged, by id. */
  public List<PolicyInfo> policies() {
    return program.policies().stream()
        .map(this::describe)
        .sorted(Comparator.comparing(PolicyInfo::id))
        .toList();
  }

  /**
   * The same policies with parameter values.
   *
   * @return rejected with E0107 or E0126 if a name is not known, a value does not fit, or a
   *     parameter without default has no value
   */
  public Compilation bind(List<ParameterValue> values) {
    return binding.bind(values);
  }

  /**
   * The same policies, looking up objects in an inventory; without one, whatever a policy looks up
   * is an error outcome.
   *
   * <p>Keep the result to judge several objects: indexes are built once.
   */
  public PolicySet reading(Inventory inventory) {
    return new PolicySet(program, binding, evaluator.over(inventory));
  }

  Evaluation evaluate(KubernetesObject object) {
    var result = evaluator.evaluate(object, false);
    return new Evaluation(result.findings(), result.passed(), result.notApplicable());
  }

  Scan.Result scan(Collection<dev.taffrail.object.Manifest> manifests) {
    return new Scan(evaluator, binding.types()).run(manifests);
  }

  private PolicyInfo describe(IrPolicy policy) {
    var said = policy.metadata();
    return new PolicyInfo(
        policy.id(),
        said.title(),
        said.severity(),
        said.description(),
        said.remediation(),
        said.controls(),
        said.references(),
        said.tags(),
        policy.rules().stream().flatMap(rule -> rule.name().stream()).toList(),
        program.parameters().values().stream()
            .filter(p -> isVisible(p, policy))
            .sorted(Comparator.comparing(p -> p.id().toString()))
            .map(p -> p.id().name() + ": " + TypePrinter.print(p.type()))
            .toList(),
        policy.target().any()
            ? List.of("Any")
            : policy.target().kinds().stream().map(ObjectType::name).toList(),
        !policy.target().admissionOnly(),
        policy.span());
  }

  private static boolean isVisible(IrParameter parameter, IrPolicy policy) {
    return parameter.id().module().equals(policy.module())
        && parameter.id().policy().map(p -> p.equals(policy.name())).orElse(true);
  }
}

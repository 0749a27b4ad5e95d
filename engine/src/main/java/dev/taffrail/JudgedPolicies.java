package dev.taffrail;

import dev.taffrail.compiler.Compiler;
import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.session.Declarations;
import dev.taffrail.session.IrText;
import dev.taffrail.session.Question;
import dev.taffrail.tooling.cel.CelExport;
import dev.taffrail.value.ValuePrinter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The loaded and typed policies of a workbench, compiled together once.
 *
 * @param problems what is wrong with the values of parameters
 * @param set those that can be judged; empty if one does not compile
 * @param waiting policies whose parameter has no value yet, with the parameter
 */
record JudgedPolicies(
    PolicyEngine engine,
    LoadedPolicies loaded,
    LoadedObjects objects,
    Compiler.Result result,
    List<Diagnostic> problems,
    Optional<PolicySet> set,
    Map<String, String> waiting) {
  JudgedPolicies {
    problems = List.copyOf(problems);
    waiting = Collections.unmodifiableMap(new LinkedHashMap<>(waiting));
  }

  static JudgedPolicies of(
      PolicyEngine engine, LoadedPolicies loaded, Declarations typed, LoadedObjects objects) {
    var files = new ArrayList<>(loaded.files());
    files.addAll(typed.files(loaded.moduleNames()));
    var result = engine.compileParsed(files, files, loaded.modules(), Watcher.NONE);
    if (result.program().isEmpty()) {
      return new JudgedPolicies(
          engine, loaded, objects, result, List.of(), Optional.empty(), Map.of());
    }
    var program = result.program().get();
    var binding = engine.binding(result);
    var bound = binding.bindWhatIsKnown(loaded.parameters());
    var values = bound.values();
    if (loaded.areBroken()) {
      return new JudgedPolicies(
          engine, loaded, objects, result, bound.problems(), Optional.empty(), Map.of());
    }
    var waiting = new LinkedHashMap<String, String>();
    for (IrPolicy policy : program.policies()) {
      program.parameters().keySet().stream()
          .filter(id -> id.module().equals(policy.module()))
          .filter(id -> id.policy().map(policy.name()::equals).orElse(true))
          .filter(id -> !values.containsKey(id))
          .map(id -> id.name())
          .sorted()
          .findFirst()
          .ifPresent(name -> waiting.put(policy.id(), name));
    }
    var able =
        program.withPolicies(
            program.policies().stream().filter(p -> !waiting.containsKey(p.id())).toList());
    return new JudgedPolicies(
        engine,
        loaded,
        objects,
        result,
        bound.problems(),
        Optional.of(answered(PolicySet.of(able, binding, values, objects.moment()), objects)),
        waiting);
  }

  private static PolicySet answered(PolicySet set, LoadedObjects objects) {
    return objects.evidence().map(set::replaying).orElse(set);
  }

  /** What the compiler says of the loaded policies, and of the values of their parameters. */
  List<Diagnostic> diagnostics() {
    var all = new LinkedHashSet<>(loaded.mistakes());
    result.diagnostics().stream()
        .filter(d -> !d.span().source().name().startsWith(Question.INPUT))
        .forEach(all::add);
    all.addAll(problems);
    return List.copyOf(all);
  }

  List<PolicyInfo> infos() {
    return set.map(PolicySet::policies).orElse(List.of());
  }

  Report run(
      Collection<String> policyIds,
      Collection<Manifest> manifests,
      Inventory known,
      Scan.Progress progress) {
    PolicySet some =
        set.orElseThrow(() -> new IllegalStateException("the policies do not compile"))
            .only(policyIds);
    return engine.scan(some, manifests, known, progress);
  }

  List<Trace> trace(String policyId, KubernetesObject object) {
    return set.map(policies -> policies.over(objects.inventory()).trace(policyId, object))
        .orElse(List.of());
  }

  List<PolicyCost> costs() {
    return PolicyEngine.costs(result).policies();
  }

  List<PolicyAbsence> absence() {
    return PolicyEngine.absence(result).policies();
  }

  /** The compiled form of a policy, for people. */
  Optional<String> intermediate(String policyId) {
    return result.program().stream()
        .flatMap(program -> program.policies().stream())
        .filter(policy -> policy.id().equals(policyId))
        .findFirst()
        .map(IrText::of);
  }

  Optional<CelExport> inCel(String policyId) {
    return result
        .program()
        .flatMap(
            program ->
                program.policies().stream()
                    .filter(policy -> policy.id().equals(policyId))
                    .findFirst()
                    .map(policy -> CelExport.of(policy, program)));
  }

  /** The values that were given to the parameters of a policy and its module, as literals. */
  Map<String, String> given(String policyId) {
    var given = new TreeMap<String, String>();
    for (IrPolicy policy : result.program().map(IrProgram::policies).orElse(List.of())) {
      if (policy.id().equals(policyId)) {
        engine
            .binding(result)
            .decoded(loaded.parameters(), new DiagnosticCollector())
            .forEach(
                (id, value) -> {
                  boolean isOurs =
                      id.module().equals(policy.module())
                          && id.policy().map(policy.name()::equals).orElse(true);
                  if (isOurs) {
                    given.put(id.name(), ValuePrinter.literal(value));
                  }
                });
      }
    }
    return given;
  }

  /** The names that parameters can be set by. */
  List<String> parameterNames() {
    return result.program().isEmpty()
        ? List.of()
        : engine.binding(result).names().stream().sorted().toList();
  }
}

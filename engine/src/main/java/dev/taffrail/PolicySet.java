package dev.taffrail;

import dev.taffrail.compiler.ir.IrParameter;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.TypePrinter;
import dev.taffrail.finding.DataFile;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.PolicyDescription;
import dev.taffrail.governance.Governance;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.runtime.Evaluator;
import dev.taffrail.runtime.LiveScan;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.inventory.FieldReads;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Pruning;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.session.IrText;
import dev.taffrail.value.Value;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Compiled policies with their parameters; immutable, shared by any number of threads. */
public final class PolicySet {
  private static final GroupKind NAMESPACE = new GroupKind("", "Namespace");

  private final IrProgram program;
  private final ParameterBinding binding;
  private final Evaluator evaluator;
  private final Governance governance;
  private final Optional<Instant> moment;

  /** What was said of the last object that passed, to be said again. */
  private volatile @Nullable Evaluation lastPassing;

  PolicySet(
      IrProgram program,
      ParameterBinding binding,
      Evaluator evaluator,
      Governance governance,
      Optional<Instant> moment) {
    this.program = program;
    this.binding = binding;
    this.evaluator = evaluator;
    this.governance = governance;
    this.moment = moment;
  }

  /**
   * The same policies at a moment: it is what they read as {@code asOf}, and its day in UTC decides
   * whether waivers still hold. Without one, asking for the time is an error outcome, and no waiver
   * holds.
   *
   * <p>The engine reads no clock, so that a run can be repeated.
   */
  public PolicySet asOf(Instant when) {
    return new PolicySet(
        program, binding, evaluator.at(when), governance.at(when), Optional.of(when));
  }

  /** The same policies at the beginning of a day, in UTC. */
  public PolicySet asOf(LocalDate day) {
    return asOf(day.atStartOfDay(ZoneOffset.UTC).toInstant());
  }

  private Optional<LocalDate> date() {
    return moment.map(when -> LocalDate.ofInstant(when, ZoneOffset.UTC));
  }

  /**
   * The same policies with the answers that were recorded in an earlier run, and at its moment
   * unless one was given already; no provider is asked, and a question that was not asked then is
   * an error outcome.
   */
  public PolicySet replaying(Evidence evidence) {
    PolicySet timed = moment.isEmpty() ? evidence.asOf().map(this::asOf).orElse(this) : this;
    return timed.asking(new Answers(new RecordedAnswers(evidence)));
  }

  PolicySet asking(Answers answers) {
    return new PolicySet(program, binding, evaluator.asking(answers), governance, moment);
  }

  /** Policies with the values of parameters that are known. */
  static PolicySet of(
      IrProgram program,
      ParameterBinding binding,
      Map<ParameterId, Value> values,
      Optional<Instant> moment) {
    var environment = binding.environment(values, Observer.NONE);
    var set =
        new PolicySet(
            program,
            binding,
            binding.evaluator(program, environment),
            new Governance(program, program.governance(), binding.types(), environment),
            Optional.empty());
    return moment.map(set::asOf).orElse(set);
  }

  /** Some of the policies, by id. */
  public PolicySet only(Collection<String> ids) {
    var kept = program.policies().stream().filter(p -> ids.contains(p.id())).toList();
    return new PolicySet(
        program.withPolicies(kept), binding, evaluator.judging(kept), governance, moment);
  }

  /** What a policy does with an object. */
  List<Trace> trace(String policyId, KubernetesObject object) {
    return program.policies().stream()
        .filter(policy -> policy.id().equals(policyId))
        .findFirst()
        .map(policy -> evaluator.trace(policy, object))
        .orElse(List.of());
  }

  /**
   * The policies that are always interpreted, by id, with the construct that is not compiled.
   *
   * @apiNote for people who look into performance; constructs and their names may change
   */
  public Map<String, String> interpreted() {
    var compiled = evaluator.compiledPolicies();
    var found = new TreeMap<String, String>();
    for (IrPolicy policy : program.policies()) {
      compiled.interpreted(policy).ifPresent(what -> found.put(policy.id(), what));
    }
    return Collections.unmodifiableMap(found);
  }

  /**
   * The typed form of a policy, as an indented tree.
   *
   * @apiNote for people who look into performance; the tree may change
   */
  public Optional<String> intermediate(String policyId) {
    return program.policies().stream()
        .filter(policy -> policy.id().equals(policyId))
        .findFirst()
        .map(IrText::of);
  }

  /**
   * The class that is generated for a policy, as text; empty if it is interpreted.
   *
   * @apiNote for people who look into performance; classes and their text may change
   */
  public Optional<String> bytecode(String policyId) {
    var compiled = evaluator.compiledPolicies();
    return program.policies().stream()
        .filter(policy -> policy.id().equals(policyId))
        .filter(policy -> compiled.interpreted(policy).isEmpty())
        .findFirst()
        .map(compiled::listing);
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
    return switch (binding.bind(values)) {
      case Compilation.Compiled compiled ->
          new Compilation.Compiled(
              moment
                  .map(compiled.policies()::asOf)
                  .orElse(compiled.policies())
                  .asking(evaluator.answers()),
              compiled.diagnostics());
      case Compilation.Rejected rejected -> rejected;
    };
  }

  /**
   * The same policies, looking up objects in an inventory; without one, whatever a policy looks up
   * is an error outcome.
   *
   * <p>Keep the result to judge several objects: indexes are built once, and of the inventory only
   * the fields that policies read are kept.
   */
  public PolicySet reading(Inventory inventory) {
    return over(inventory.pruned(pruning()));
  }

  /**
   * What is left of objects that are looked up and not judged; a reader that keeps only this holds
   * no more of a file at a time than one document.
   */
  public Pruning pruning() {
    return new Pruning(
        FieldReads.ofInventory(program, binding.types()),
        binding.types(),
        this::looksUpOrGoverns,
        evaluator::canHoldConfiguration);
  }

  private boolean looksUpOrGoverns(GroupKind kind) {
    return looksUp(kind)
        || !program.governance().enforcements().isEmpty() && kind.equals(NAMESPACE);
  }

  /** The same policies over an inventory as it is. */
  PolicySet over(Inventory inventory) {
    return new PolicySet(
        program, binding, evaluator.over(inventory), governance.over(inventory), moment);
  }

  Evaluation evaluate(KubernetesObject object) {
    var run = evaluator.inNewRun();
    run.fetch(List.of(object), judged -> false);
    var result = run.evaluate(object, false);
    if (result.findings().isEmpty() && run == evaluator) {
      return passing(result);
    }
    var governed = governance.apply(result.findings(), List.of(object), date());
    return new Evaluation(
        governed.findings(), result.passed(), result.notApplicable(), run.evidence());
  }

  /** Most objects pass, and most of them alike. */
  private Evaluation passing(Evaluator.Result result) {
    Evaluation known = lastPassing;
    if (known == null
        || known.passed() != result.passed()
        || known.notApplicable() != result.notApplicable()) {
      known = new Evaluation(List.of(), result.passed(), result.notApplicable(), Evidence.NONE);
      lastPassing = known;
    }
    return known;
  }

  LiveScan live(Collection<KubernetesObject> objects, Set<GroupKind> complete) {
    var governing =
        new LiveGoverning(program, binding.types(), governance, this::looksUpOrGoverns, moment);
    return new LiveScan(evaluator, objects, complete, governing);
  }

  /** Whether a policy can look up objects of a kind. */
  public boolean looksUp(GroupKind kind) {
    return evaluator.canLookUp(kind);
  }

  Scan.Result scan(Collection<Manifest> manifests, Scan.Progress progress) {
    return new Scan(evaluator, binding.types()).run(manifests, progress);
  }

  /** Applies waivers and enforcement to the findings of a scan. */
  Governance.Result govern(List<Finding> findings, Collection<Manifest> manifests) {
    var objects = manifests.stream().flatMap(m -> m.objects().stream()).toList();
    return governance.applyToAll(findings, objects, date());
  }

  /** The tables that the policies read when they were compiled, by name. */
  public List<DataFile> dataFiles() {
    return program.dataFiles();
  }

  /** What the policies say about themselves. */
  List<PolicyDescription> descriptions() {
    return program.policies().stream()
        .map(
            policy ->
                new PolicyDescription(
                    policy.id(),
                    policy.metadata().description(),
                    policy.metadata().references(),
                    policy.metadata().formerly().stream()
                        .map(name -> Marks.qualified(name, policy.module()))
                        .toList()))
        .sorted(Comparator.comparing(PolicyDescription::policy))
        .toList();
  }

  /** A default over several lines is written on one. */
  private static String written(IrParameter parameter) {
    return parameter.id().name()
        + ": "
        + TypePrinter.print(parameter.type())
        + parameter
            .defaultValue()
            .map(value -> " = " + value.span().text().strip().replaceAll("\\s+", " "))
            .orElse("");
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
            .map(p -> new PolicyInfo.Parameter(written(p), p.documentation()))
            .toList(),
        policy.target().any()
            ? List.of("Any")
            : policy.target().kinds().stream().map(ObjectType::name).toList(),
        !policy.target().admissionOnly(),
        Reads.of(policy, program).asOf(),
        Reads.of(policy, program).externalNames(program),
        policy.span());
  }

  private static boolean isVisible(IrParameter parameter, IrPolicy policy) {
    return parameter.id().module().equals(policy.module())
        && parameter.id().policy().map(p -> p.equals(policy.name())).orElse(true);
  }
}

package dev.taffrail.runtime;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.finding.Evidence;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.NotJudged;
import dev.taffrail.finding.Outcome;
import dev.taffrail.finding.UnknownReferences;
import dev.taffrail.object.Admission;
import dev.taffrail.object.FieldPath;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.runtime.bytecode.CompiledPolicies;
import dev.taffrail.runtime.bytecode.KindPlan;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.interpret.CheckResult;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Judged;
import dev.taffrail.runtime.interpret.Lookup;
import dev.taffrail.runtime.interpret.Lookups;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.interpret.TraceRecorder;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.ObjectKey;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.runtime.inventory.ServedKinds;
import dev.taffrail.runtime.inventory.SnapshotObject;
import dev.taffrail.runtime.view.Components;
import dev.taffrail.runtime.view.Subject;
import dev.taffrail.value.ErrorCode;
import dev.taffrail.value.Place;
import dev.taffrail.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Policies applied to objects; it finds, and decides nothing.
 *
 * <p>Safe to share between threads.
 */
public final class Evaluator {
  private static final Result NOTHING = new Result(List.of(), 0, 0, List.of());

  private final IrProgram program;
  private final SchemaTypes types;
  private final Environment environment;
  private final Subjects subjects;
  private final AskedPolicies asked;
  private final SecretPlaces secrets;
  private final HostQuestions questions;
  private final RuleInterpreter interpreter;
  private final Compiling compiling;
  private final Optional<CompiledJudging> compiled;

  /** One that interprets. */
  public Evaluator(IrProgram program, SchemaTypes types, Environment environment) {
    this(program, types, environment, Compiling.NEVER);
  }

  public Evaluator(
      IrProgram program, SchemaTypes types, Environment environment, Compiling compiling) {
    this(program, types, environment, compiling, new AskedPolicies(program));
  }

  private Evaluator(
      IrProgram program,
      SchemaTypes types,
      Environment environment,
      Compiling compiling,
      AskedPolicies asked) {
    this(
        program,
        types,
        environment,
        asked,
        new SecretPlaces(program),
        HostQuestions.of(program),
        compiling,
        CompiledJudging.of(program, types, environment, asked, compiling));
  }

  private Evaluator(
      IrProgram program,
      SchemaTypes types,
      Environment environment,
      AskedPolicies asked,
      SecretPlaces secrets,
      HostQuestions questions,
      Compiling compiling,
      Optional<CompiledJudging> compiled) {
    this.compiling = compiling;
    this.compiled = compiled;
    this.program = program;
    this.types = types;
    this.environment = environment;
    this.subjects = new Subjects(types, environment.inventory()::ofKind);
    this.asked = asked;
    this.secrets = secrets;
    this.questions = questions;
    this.interpreter = new RuleInterpreter(environment);
  }

  /** The same policies over another inventory. */
  public Evaluator over(Inventory inventory) {
    return in(environment.over(inventory));
  }

  private Evaluator in(Environment other) {
    return new Evaluator(program, types, other, asked, secrets, questions, compiling, compiled);
  }

  /** The same policies with other answers of the host. */
  public Evaluator asking(Answers answers) {
    return in(environment.asking(answers));
  }

  /** The same policies for a run that asks the host anew. */
  public Evaluator inNewRun() {
    return questions.any() ? asking(environment.answers().afresh()) : this;
  }

  /** What the host answered so far. */
  public Answers answers() {
    return environment.answers();
  }

  /** What was told to this run, for repeating it. */
  public Evidence evidence() {
    return questions.any() ? questions.evidence(environment) : Evidence.NONE;
  }

  /**
   * Asks the host for all that judging the objects needs, many questions at a time.
   *
   * @param judgedInOwner as for {@link #evaluate}
   */
  public void fetch(
      Collection<KubernetesObject> objects, Predicate<KubernetesObject> judgedInOwner) {
    if (!questions.any()) {
      return;
    }
    var targets = new LinkedHashMap<IrPolicy, List<Judged>>();
    for (IrPolicy policy : program.policies()) {
      if (questions.areAskedBy(policy)) {
        List<Judged> judged =
            policy.target().once()
                ? List.of(snapshot())
                : objects.stream()
                    .flatMap(o -> targets(policy, o, judgedInOwner.test(o)).stream())
                    .toList();
        targets.put(policy, judged);
      }
    }
    questions.fetch(targets, environment);
  }

  /** The same for one policy. */
  void fetch(IrPolicy policy, List<Judged> targets) {
    if (questions.areAskedBy(policy)) {
      questions.fetch(Map.of(policy, targets), environment);
    }
  }

  /** The same policies at a moment. */
  public Evaluator at(Instant moment) {
    return in(environment.at(moment));
  }

  /** The same without some policies, by id. */
  Evaluator without(Set<String> policies) {
    if (policies.isEmpty()) {
      return this;
    }
    return judging(program.policies().stream().filter(p -> !policies.contains(p.id())).toList());
  }

  /** The same for some of its policies only. */
  public Evaluator judging(List<IrPolicy> kept) {
    var fewer = program.withPolicies(kept);
    return new Evaluator(
        fewer,
        types,
        environment,
        asked,
        secrets,
        questions,
        compiling,
        CompiledJudging.of(fewer, types, environment, asked, compiling));
  }

  /**
   * The policies that are about one of the objects and look up kinds that are not known completely,
   * or ask what nobody answers, by id.
   */
  List<NotJudged> withoutData(Collection<KubernetesObject> objects) {
    var found = new ArrayList<NotJudged>();
    for (IrPolicy policy : program.policies()) {
      var missing = new TreeSet<GroupKind>();
      Reads.of(policy, program)
          .needed()
          .forEach(source -> missing.addAll(environment.snapshot().missing(source)));
      List<String> refused = questions.refusedBy(environment.answers(), policy);
      boolean applies =
          !(missing.isEmpty() && refused.isEmpty())
              && (policy.target().once() && !objects.isEmpty()
                  || objects.stream().anyMatch(o -> !subjects.of(policy.target(), o).isEmpty()));
      if (applies) {
        found.add(
            new NotJudged(policy.id(), missing.stream().map(GroupKind::kind).toList(), refused));
      }
    }
    found.sort(Comparator.naturalOrder());
    return List.copyOf(found);
  }

  /**
   * How many of the objects that can be seen have fields of which nobody knows whether they name
   * others, if some policy asks for that.
   */
  List<UnknownReferences> unknownReferences(Collection<KubernetesObject> judged) {
    if (program.policies().stream().noneMatch(p -> Reads.of(p, program).references())) {
      return List.of();
    }
    Inventory all = environment.inventory();
    for (KubernetesObject object : judged) {
      all = all.with(object);
    }
    return new ReferenceGaps(types).among(all.objects());
  }

  /**
   * What all policies say about one object; counts are of rules.
   *
   * @param judged the ids of the policies of which a rule applies
   */
  public record Result(List<Finding> findings, int passed, int notApplicable, List<String> judged) {
    public Result {
      findings = List.copyOf(findings);
      judged = List.copyOf(judged);
    }
  }

  /**
   * Judges one object by every policy.
   *
   * @param judgedInOwner the controller of this object is judged too, so that policies which look
   *     into its pod template say nothing here
   */
  public Result evaluate(KubernetesObject object, boolean judgedInOwner) {
    CompiledJudging.Ready ready =
        compiled.isEmpty() ? null : compiled.get().ready(object, judgedInOwner);
    if (ready == null) {
      return interpret(program.policies(), object, judgedInOwner, NOTHING);
    }
    KindPlan.Verdict verdict = ready.plan().judge(object);
    if (verdict.open().isEmpty() && verdict == ready.plan().usual()) {
      return ready.allPass();
    }
    return interpret(
        verdict.open(),
        object,
        judgedInOwner,
        new Result(
            List.of(),
            verdict.passed(),
            verdict.notApplicable() + ready.notAsked(),
            verdict.judged()));
  }

  /**
   * @param certain what is known of the other policies
   */
  private Result interpret(
      List<IrPolicy> policies, KubernetesObject object, boolean judgedInOwner, Result certain) {
    var tally = new Tally(certain);
    for (IrPolicy policy : policies) {
      List<Judged> targets = targets(policy, object, judgedInOwner);
      if (targets.isEmpty()) {
        tally.addNotApplicable(policy);
      } else {
        tally.add(policy, targets, this);
      }
    }
    return tally.result();
  }

  /** What a policy judges in an object; nothing if it is not about it. */
  List<Judged> targets(IrPolicy policy, KubernetesObject object, boolean judgedInOwner) {
    boolean isAsked =
        asked.contain(policy, object.admission())
            && !(judgedInOwner && Subjects.looksIntoPods(policy.target()));
    return isAsked ? judged(policy, object) : List.of();
  }

  /**
   * What a policy does with an object, statement by statement: once for each thing in it that the
   * policy judges. Values of secrets are left out.
   */
  public List<Trace> trace(IrPolicy policy, KubernetesObject object) {
    List<Judged> all = judged(policy, object);
    fetch(policy, all);
    return all.stream()
        .map(judged -> secrets.guarded(TraceRecorder.run(policy, judged, environment), policy))
        .toList();
  }

  /** The same for a policy about everything that was given. */
  public Trace traceSnapshot(IrPolicy policy) {
    return secrets.guarded(TraceRecorder.run(policy, snapshot(), environment), policy);
  }

  /** What policies about a Snapshot judge. */
  Judged snapshot() {
    return new Judged(SnapshotObject.of(types), Optional.empty(), Value.absent());
  }

  IrProgram program() {
    return program;
  }

  /** The compiled form of the policies, whether or not it is used. */
  public CompiledPolicies compiledPolicies() {
    return new CompiledPolicies(program, types, environment);
  }

  /**
   * Whether objects of a kind can hold the configuration of a component that a policy is about, or
   * carry what one looks up inside of objects, so that all of them is read.
   */
  public boolean canHoldConfiguration(GroupKind kind) {
    return Components.mayHoldConfiguration(kind)
            && program.policies().stream().anyMatch(p -> Subjects.isAboutComponents(p.target()))
        || Components.mayCarry(kind, types)
            && program.policies().stream().anyMatch(p -> Reads.of(p, program).seesParts());
  }

  /** Whether the configuration of what a policy judges in an object may have changed. */
  boolean mayBeConfiguredBy(IrPolicy policy, KubernetesObject object, ObjectKey changed) {
    return subjects.canChange(policy.target(), object, changed);
  }

  /** Whether a policy can look up objects of a kind. */
  public boolean canLookUp(GroupKind kind) {
    return program.policies().stream().anyMatch(p -> Reads.of(p, program).canRead(kind));
  }

  /** The same after objects of a kind have changed. */
  Evaluator after(Inventory changed, GroupKind kind) {
    return in(environment.after(changed, kind));
  }

  /** Whether objects of a kind can change the answer to a question. */
  boolean concerns(Lookup lookup, GroupKind kind) {
    return switch (lookup) {
      case Lookup.Entry entry -> Reads.of(entry.index(), program).canRead(kind);
      case Lookup.Every every -> Reads.of(every.source()).canRead(kind);
      case Lookup.Asked asked -> false;
      case Lookup.One one -> one.key().kind().equals(kind) || kind.equals(ServedKinds.DEFINITIONS);
      case Lookup.Kinds kinds -> Reads.of(kinds.source()).canRead(kind);
      case Lookup.Moment moment -> false;
    };
  }

  /** Whether the time can change the answer to a question. */
  boolean dependsOnTime(Lookup lookup) {
    return switch (lookup) {
      case Lookup.Entry entry -> {
        var reads = Reads.of(entry.index(), program);
        yield reads.asOf() || !reads.externals().isEmpty();
      }
      case Lookup.Every every -> false;
      case Lookup.One one -> false;
      case Lookup.Asked asked -> true;
      case Lookup.Kinds kinds -> false;
      case Lookup.Moment moment -> true;
    };
  }

  /** What the inventory answers to a question of a policy. */
  List<Object> answer(Lookup lookup) {
    return interpreter.answer(lookup);
  }

  /** Judges everything that was given as one, by the policies about a Snapshot. */
  public Result evaluateSnapshot() {
    var tally = new Tally(NOTHING);
    var snapshot = snapshot();
    for (IrPolicy policy : program.policies()) {
      if (policy.target().once()) {
        tally.add(policy, List.of(snapshot), this);
      }
    }
    return tally.result();
  }

  /**
   * Judges one thing by one policy.
   *
   * @param lookups gets what was asked of the inventory
   * @param findings gets what was found
   */
  List<Outcome> judge(IrPolicy policy, Judged judged, Lookups lookups, List<Finding> findings) {
    if (judged.unreadable().isPresent()) {
      for (IrPolicy.IrRule rule : policy.rules()) {
        var place = judged.target().place();
        String why = judged.unreadable().get();
        findings.add(
            secrets.guarded(
                FindingMaker.error(policy, rule, ErrorCode.WRONG_SHAPE, why, place), place));
      }
      return List.of();
    }
    var results = run(policy, judged, lookups, findings);
    var outcomes = new ArrayList<Outcome>();
    for (int i = 0; i < results.size(); i++) {
      outcomes.add(add(policy, policy.rules().get(i), results.get(i), findings));
    }
    return outcomes;
  }

  /** What is judged, each with what stood in its place before. */
  private List<Judged> judged(IrPolicy policy, KubernetesObject object) {
    List<Subject> old =
        object
            .admission()
            .flatMap(Admission::old)
            .map(o -> subjects.of(policy.target(), o))
            .orElse(List.of());
    List<Subject> now = subjects.of(policy.target(), object);
    Value request = RequestValue.of(object);
    var judged = new ArrayList<Judged>();
    for (int i = 0; i < now.size(); i++) {
      judged.add(
          new Judged(
              now.get(i).value(),
              i < old.size() ? Optional.of(old.get(i).value()) : Optional.empty(),
              request,
              now.get(i).unreadable()));
    }
    return judged;
  }

  private List<CheckResult.RuleResult> run(
      IrPolicy policy, Judged judged, Lookups lookups, List<Finding> findings) {
    try {
      return interpreter.run(policy, judged, lookups);
    } catch (RuntimeException | StackOverflowError e) {
      // A bug of ours must not let the object pass, nor keep other policies from judging it.
      var place = new Place(judged.target().place().object(), FieldPath.ROOT);
      for (IrPolicy.IrRule rule : policy.rules()) {
        findings.add(
            FindingMaker.error(policy, rule, ErrorCode.INTERNAL, "internal error: " + e, place));
      }
      return List.of();
    }
  }

  private Outcome add(
      IrPolicy policy,
      IrPolicy.IrRule rule,
      CheckResult.RuleResult result,
      List<Finding> findings) {
    if (!result.applies()) {
      return Outcome.NOT_APPLICABLE;
    }
    if (result.selectionFailure().isPresent()) {
      var failure = result.selectionFailure().get();
      findings.add(
          secrets.guarded(
              FindingMaker.error(policy, rule, failure.code(), failure.message(), failure.place()),
              failure.place()));
      return Outcome.ERROR;
    }
    for (CheckResult check : result.failed()) {
      findings.add(secrets.guarded(FindingMaker.of(policy, rule, check), check));
    }
    boolean error = result.failed().stream().anyMatch(c -> c.error().isPresent());
    return error ? Outcome.ERROR : result.failed().isEmpty() ? Outcome.PASS : Outcome.VIOLATION;
  }
}

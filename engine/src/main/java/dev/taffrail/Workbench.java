package dev.taffrail;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.finding.Evidence;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.session.Completion;
import dev.taffrail.session.Declarations;
import dev.taffrail.session.Question;
import dev.taffrail.session.Reference;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.cel.CelExport;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.ValuePrinter;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What somebody works on at a prompt: policies, what was typed so far, and objects to try it on.
 *
 * <p>Immutable: each method that adds something gives a new one, so a prompt can go back.
 */
public final class Workbench {
  /** The module of what is typed. */
  public static final String MODULE = Declarations.MODULE;

  private final PolicyEngine engine;
  private final LoadedPolicies loaded;
  private final Declarations declarations;
  private final LoadedObjects objects;
  private volatile @Nullable JudgedPolicies judged;

  private Workbench(
      PolicyEngine engine,
      LoadedPolicies loaded,
      Declarations declarations,
      LoadedObjects objects) {
    this.engine = engine;
    this.loaded = loaded;
    this.declarations = declarations;
    this.objects = objects;
  }

  static Workbench empty(PolicyEngine engine) {
    return new Workbench(engine, LoadedPolicies.NONE, Declarations.NONE, LoadedObjects.NONE);
  }

  /**
   * The same with other policies loaded.
   *
   * @param modules library modules whose policies are judged too
   */
  public Workbench withPolicies(
      Collection<SourceFile> files,
      Collection<String> modules,
      Collection<ParameterValue> parameters) {
    return with(LoadedPolicies.of(files, modules, parameters));
  }

  /**
   * The same with other objects; of each kind there is one of, all are taken to be there.
   *
   * @param further objects that are looked up and not judged, and kinds that are complete
   */
  public Workbench withObjects(Collection<Manifest> manifests, Inventory further) {
    return with(objects.with(manifests, further));
  }

  /** The same at a moment, which decides whether waivers hold. */
  public Workbench asOf(Instant moment) {
    return with(objects.asOf(moment));
  }

  /** The same with answers of external functions; without, nobody answers them. */
  public Workbench answering(Evidence recorded) {
    return with(objects.answering(recorded));
  }

  /** One of the same engine, with nothing on it. */
  public Workbench cleared() {
    return empty(engine);
  }

  private Workbench with(LoadedPolicies others) {
    return new Workbench(engine, others, declarations, objects);
  }

  private Workbench with(LoadedObjects others) {
    return new Workbench(engine, loaded, declarations, others);
  }

  private Workbench with(Declarations more) {
    return new Workbench(engine, loaded, more, objects);
  }

  /** What was typed and stays. */
  public Declarations declarations() {
    return declarations;
  }

  /** What was read. */
  public List<Manifest> manifests() {
    return objects.manifests();
  }

  /** The objects that can be looked up, the judged ones among them. */
  public Inventory inventory() {
    return objects.inventory();
  }

  /** Every object there is, in the order read. */
  public List<KubernetesObject> objects() {
    return objects.all();
  }

  /** What is known of types, fields and built-ins. */
  public Reference reference() {
    return engine.reference();
  }

  /** Takes what was typed; never throws for what it says. */
  public Reply enter(SourceFile typed) {
    return typing().enter(typed);
  }

  /** What may stand at the end of an unfinished text. */
  public Completion.Found complete(String before) {
    return typing().complete(before);
  }

  private PromptTyping typing() {
    return new PromptTyping(engine, loaded, declarations, objects, this::with);
  }

  private JudgedPolicies judged() {
    JudgedPolicies known = judged;
    if (known == null) {
      known = JudgedPolicies.of(engine, loaded, declarations, objects);
      judged = known;
    }
    return known;
  }

  /** What the compiler says of the loaded policies, and of the values of their parameters. */
  public List<Diagnostic> diagnostics() {
    return judged().diagnostics();
  }

  /** Whether loaded policies do not compile, so that none can be judged. */
  public boolean isBroken() {
    return judged().set().isEmpty();
  }

  /** Policies whose parameter has no value yet, with the parameter. */
  public Map<String, String> waiting() {
    return judged().waiting();
  }

  /** The policies that can be judged, by id; none if the loaded ones do not compile. */
  public List<PolicyInfo> policies() {
    return judged().infos();
  }

  /**
   * Judges by some policies.
   *
   * @param policyIds which ones
   * @param judged all that was read, unless only some of it is wanted
   * @param alone without the other objects, as in a test
   * @throws java.util.concurrent.CancellationException if the listener wants no more
   */
  public Report run(
      Collection<String> policyIds,
      Collection<KubernetesObject> judged,
      boolean alone,
      Scan.Progress progress) {
    Inventory known = alone ? Inventory.none().completeForAll() : objects.inventory();
    return judged().run(policyIds, inManifests(judged), known, progress);
  }

  /** The same for everything that was read. */
  public Report run(Collection<String> policyIds, Scan.Progress progress) {
    return judged().run(policyIds, objects.manifests(), objects.further(), progress);
  }

  private static List<Manifest> inManifests(Collection<KubernetesObject> judged) {
    return judged.stream()
        .map(object -> new Manifest(object.source(), List.of(object), List.of(), List.of()))
        .toList();
  }

  /**
   * What would be if an object were another.
   *
   * @param edit a record as behind {@code with}
   */
  public Edited edit(KubernetesObject object, String edit) {
    String kind = object.kind().kind();
    String name = ValuePrinter.quoted(object.name());
    boolean namespaced =
        reference()
            .types()
            .type(kind)
            .flatMap(type -> type.kind())
            .map(k -> k.namespaced())
            .orElse(true);
    String namespace = ValuePrinter.quoted(object.namespace().orElse("default"));
    String found =
        namespaced
            ? "object(%s, %s, %s)".formatted(kind, namespace, name)
            : "object(%s, %s)".formatted(kind, name);
    var source = SourceFile.of(Question.INPUT, found + "! with " + edit);
    return switch (enter(source)) {
      case Reply.Answered answered
          when answered.answer() instanceof Answer.Known known
              && known.value() instanceof ObjectValue changed -> {
        KubernetesObject next = changed.place().object();
        yield new Edited.Changed(next, with(objects.replacing(object, next)));
      }
      case Reply.Wrong wrong -> new Edited.Wrong(wrong.diagnostics());
      case Reply.Incomplete incomplete -> new Edited.Wrong(List.of());
      case Reply.Answered answered -> new Edited.Wrong(List.of());
      case Reply.Ran ran -> new Edited.Wrong(List.of());
      case Reply.Declaring declaring -> new Edited.Wrong(List.of());
    };
  }

  /** What a policy does with an object: once for each thing in it that the policy judges. */
  public List<Trace> trace(String policyId, KubernetesObject object) {
    return judged().trace(policyId, object);
  }

  /** What policies cost at most. */
  public List<PolicyCost> costs() {
    return judged().costs();
  }

  /** What policies take missing values for. */
  public List<PolicyAbsence> absence() {
    return judged().absence();
  }

  /** The compiled form of a policy, for people. */
  public Optional<String> intermediate(String policyId) {
    return judged().intermediate(policyId);
  }

  /** A policy in CEL, or why it cannot be said there. */
  public Optional<CelExport> inCel(String policyId) {
    return judged().inCel(policyId);
  }

  /** The tests of the loaded policies and of what was typed. */
  public TestCompilation tests() {
    var files = new ArrayList<>(loaded.sources());
    typedAs(MODULE + ".rail", MODULE).ifPresent(files::add);
    return engine.compileTests(files, loaded.modules());
  }

  /** What was typed as a policy file; empty if nothing stays of it. */
  public Optional<SourceFile> typedAs(String fileName, String module) {
    return declarations.asFile(fileName, module, loaded.moduleNames());
  }

  /** The same with nothing typed but these. */
  public Workbench keeping(Declarations typed) {
    return with(typed);
  }

  /** The values that were given to the parameters of a policy and its module, as literals. */
  public Map<String, String> parametersOf(String policyId) {
    return judged().given(policyId);
  }

  /** The names that parameters can be set by. */
  public List<String> parameterNames() {
    return judged().parameterNames();
  }
}

package dev.taffrail;

import dev.taffrail.compiler.Compiler;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.document.GovernanceDocuments;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.parse.PolicyParser;
import dev.taffrail.compiler.resolve.Names;
import dev.taffrail.compiler.secret.SecretChecks;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.Level;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.Evaluator;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.interpret.Environment;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.PromptInterpreter;
import dev.taffrail.runtime.interpret.PromptInterpreter.Answer;
import dev.taffrail.runtime.interpret.Trace;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.SnapshotObject;
import dev.taffrail.session.Candidate;
import dev.taffrail.session.Completion;
import dev.taffrail.session.Declarations;
import dev.taffrail.session.Declared;
import dev.taffrail.session.IrText;
import dev.taffrail.session.Question;
import dev.taffrail.session.Reference;
import dev.taffrail.session.Typed;
import dev.taffrail.source.SourceFile;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.Value;
import dev.taffrail.value.ValuePrinter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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
  private final Loaded loaded;
  private final Declarations declarations;
  private final Objects objects;
  private volatile @Nullable Judging judging;

  /** Policies that were loaded, parsed once. */
  private record Loaded(
      List<SourceFile> sources,
      List<PolicyFile> files,
      List<Diagnostic> mistakes,
      List<String> modules,
      List<ParameterValue> parameters) {}

  /** What there is to judge and to look up. */
  private record Objects(List<Manifest> manifests, Inventory inventory, Optional<Instant> moment) {}

  private Workbench(
      PolicyEngine engine, Loaded loaded, Declarations declarations, Objects objects) {
    this.engine = engine;
    this.loaded = loaded;
    this.declarations = declarations;
    this.objects = objects;
  }

  static Workbench empty(PolicyEngine engine) {
    return new Workbench(
        engine,
        new Loaded(List.of(), List.of(), List.of(), List.of(), List.of()),
        Declarations.NONE,
        new Objects(List.of(), Inventory.none(), Optional.empty()));
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
    var mistakes = new DiagnosticCollector();
    var parser = new PolicyParser();
    var parsed =
        files.stream()
            .map(
                file ->
                    GovernanceDocuments.isDocument(file)
                        ? GovernanceDocuments.parse(file, mistakes)
                        : parser.parse(file, mistakes))
            .toList();
    return new Workbench(
        engine,
        new Loaded(
            List.copyOf(files),
            parsed,
            mistakes.inSourceOrder(),
            List.copyOf(modules),
            List.copyOf(parameters)),
        declarations,
        objects);
  }

  /**
   * The same with other objects; of each kind there is one of, all are taken to be there.
   *
   * @param further objects that are looked up and not judged, and kinds that are complete
   */
  public Workbench withObjects(Collection<Manifest> manifests, Inventory further) {
    var given =
        manifests.stream()
            .flatMap(m -> m.objects().stream())
            .filter(object -> object.admission().isEmpty())
            .toList();
    return new Workbench(
        engine,
        loaded,
        declarations,
        new Objects(List.copyOf(manifests), further.with(Inventory.of(given)), objects.moment()));
  }

  /** The same at a moment, which decides whether waivers hold. */
  public Workbench asOf(Instant moment) {
    return new Workbench(
        engine,
        loaded,
        declarations,
        new Objects(objects.manifests(), objects.inventory(), Optional.of(moment)));
  }

  /** One of the same engine, with nothing on it. */
  public Workbench cleared() {
    return empty(engine);
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
    var all = new LinkedHashSet<KubernetesObject>();
    objects.manifests().forEach(m -> all.addAll(m.objects()));
    all.addAll(objects.inventory().objects());
    return List.copyOf(all);
  }

  /** What is known of types, fields and built-ins. */
  public Reference reference() {
    return engine.reference();
  }

  // ---------------------------------------------------------------- what is typed

  /** What came of something that was typed. */
  public sealed interface Reply {
    /** More lines have to follow. */
    record Incomplete() implements Reply {}

    /**
     * It does not compile; nothing has changed.
     *
     * @param broken what was typed before and would not compile any more
     */
    record Wrong(List<Diagnostic> diagnostics, List<Declared> broken) implements Reply {
      public Wrong {
        diagnostics = List.copyOf(diagnostics);
        broken = List.copyOf(broken);
      }
    }

    /**
     * Something was declared.
     *
     * @param next the workbench with it
     * @param replaced what it takes the place of
     * @param affected what uses that
     * @param warnings of the compiler
     */
    record Declaring(
        Workbench next,
        List<Declared> declared,
        List<Declared> replaced,
        List<Declared> affected,
        List<Diagnostic> warnings)
        implements Reply {
      public Declaring {
        declared = List.copyOf(declared);
        replaced = List.copyOf(replaced);
        affected = List.copyOf(affected);
        warnings = List.copyOf(warnings);
      }
    }

    /**
     * A value.
     *
     * @param secret it may hold a secret and must not be printed
     */
    record Answered(
        String expression,
        Answer answer,
        Type type,
        boolean secret,
        Optional<Reference.Member> field,
        List<Diagnostic> warnings)
        implements Reply {
      public Answered {
        warnings = List.copyOf(warnings);
      }
    }

    /** Statements were run. */
    record Ran(Trace trace, List<Diagnostic> warnings) implements Reply {
      public Ran {
        warnings = List.copyOf(warnings);
      }
    }
  }

  /** Takes what was typed; never throws for what it says. */
  public Reply enter(SourceFile typed) {
    return switch (Typed.read(typed)) {
      case Typed.Incomplete incomplete -> new Reply.Incomplete();
      case Typed.Wrong wrong -> new Reply.Wrong(wrong.diagnostics(), List.of());
      case Typed.Declaring declaring -> declare(declaring.declared());
      case Typed.Asking asking -> ask(asking);
      case Typed.Running running -> run(running);
    };
  }

  private Reply declare(List<Declared> declared) {
    Declarations next = declarations.with(declared);
    var files = next.files(moduleNames());
    var result = engine.compileParsed(reachable(files), files, List.of(), Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(result.diagnostics(), broken(result.diagnostics(), declared));
    }
    var own =
        result.diagnostics().stream()
            .filter(d -> declared.stream().anyMatch(x -> x.file().source() == d.span().source()))
            .toList();
    return new Reply.Declaring(
        with(next),
        declared,
        declarations.replacedBy(declared),
        next.affectedBy(declared),
        declared.stream().allMatch(d -> d.word().equals("let")) ? List.of() : own);
  }

  private List<Declared> broken(List<Diagnostic> diagnostics, List<Declared> declared) {
    return declarations.all().stream()
        .filter(old -> declared.stream().noneMatch(d -> d.replaces(old)))
        .filter(
            old ->
                diagnostics.stream()
                    .anyMatch(
                        d -> d.level() == Level.ERROR && d.span().source() == old.file().source()))
        .toList();
  }

  private Reply ask(Typed.Asking asking) {
    var question = Question.of(asking.source(), asking.expression());
    var result = compile(question, Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(Question.worthTelling(result.diagnostics()), List.of());
    }
    var program = result.program().get();
    IrPolicy policy = Question.policy(program);
    IrExpr expression = Question.expression(policy);
    var binding = engine.binding(result);
    var values = binding.bindWhatIsKnown(loaded.parameters()).values();
    var environment = environment(binding, values);
    Answer answer;
    try {
      answer =
          new PromptInterpreter(environment)
              .answer(expression, policy.frameSize(), snapshot(result.schema()));
    } catch (IllegalStateException | StackOverflowError impossible) {
      answer = new Answer.Failed(String.valueOf(impossible.getMessage()), Optional.empty());
    }
    return new Reply.Answered(
        asking.expression().span().text(),
        answer,
        expression.type(),
        SecretChecks.mayHold(expression, program),
        member(expression),
        Question.worthTelling(result.diagnostics()));
  }

  private static Optional<Reference.Member> member(IrExpr expression) {
    IrExpr bare = expression instanceof IrExpr.Narrowed narrowed ? narrowed.operand() : expression;
    return bare instanceof IrExpr.ReadField read
        ? read.fields().stream().findFirst().map(f -> new Reference.Member(f.holder(), f.field()))
        : Optional.empty();
  }

  private Reply run(Typed.Running running) {
    var result = compile(Question.of(running.source(), running.statements()), Watcher.NONE);
    if (result.program().isEmpty()) {
      return new Reply.Wrong(Question.worthTelling(result.diagnostics()), List.of());
    }
    var program = result.program().get();
    var binding = engine.binding(result);
    var values = binding.bindWhatIsKnown(loaded.parameters()).values();
    var environment = environment(binding, values);
    Trace trace =
        new Evaluator(program, result.schema(), environment)
            .traceSnapshot(Question.policy(program));
    return new Reply.Ran(trace, Question.worthTelling(result.diagnostics()));
  }

  private Environment environment(ParameterBinding binding, Map<ParameterId, Value> values) {
    var environment = binding.environment(values, Observer.NONE).over(objects.inventory());
    return objects.moment().map(environment::at).orElse(environment);
  }

  private static ObjectValue snapshot(SchemaTypes types) {
    return SnapshotObject.of(types);
  }

  /** Compiles a question in the module of what was typed. */
  private Compiler.Result compile(PolicyFile question, Watcher watcher) {
    var asked = declarations.inModule(question, question.source().text(), moduleNames());
    var files = new ArrayList<>(declarations.files(moduleNames()));
    files.add(asked);
    return engine.compileParsed(reachable(files), files, List.of(), watcher);
  }

  /** Modules that were loaded, and can be named without importing them. */
  private List<String> moduleNames() {
    var names = new LinkedHashSet<String>();
    loaded.files().forEach(file -> names.add(Names.moduleOf(file)));
    names.addAll(loaded.modules());
    return List.copyOf(names);
  }

  /** The files with those loaded ones that they import, directly or through others. */
  private List<PolicyFile> reachable(List<PolicyFile> files) {
    var wanted = new ArrayDeque<>(files);
    var all = new LinkedHashSet<>(files);
    while (!wanted.isEmpty()) {
      for (String module : imported(wanted.remove())) {
        for (PolicyFile file : loaded.files()) {
          if (Names.moduleOf(file).equals(module) && all.add(file)) {
            wanted.add(file);
          }
        }
      }
    }
    return List.copyOf(all);
  }

  private static List<String> imported(PolicyFile file) {
    return file.headers().stream()
        .filter(dev.taffrail.compiler.ast.Header.Import.class::isInstance)
        .map(header -> ((dev.taffrail.compiler.ast.Header.Import) header).module().text())
        .toList();
  }

  // ---------------------------------------------------------------- policies

  /** Loaded and typed policies, compiled together once. */
  private record Judging(
      Compiler.Result result, Optional<PolicySet> policies, Map<String, String> waiting) {}

  private Judging judging() {
    Judging known = judging;
    if (known == null) {
      known = compileAll();
      judging = known;
    }
    return known;
  }

  private Judging compileAll() {
    var files = new ArrayList<>(loaded.files());
    files.addAll(declarations.files(moduleNames()));
    var result = engine.compileParsed(files, files, loaded.modules(), Watcher.NONE);
    if (result.program().isEmpty() || hasErrors(loaded.mistakes())) {
      return new Judging(result, Optional.empty(), Map.of());
    }
    var program = result.program().get();
    var binding = engine.binding(result);
    var values = binding.bindWhatIsKnown(loaded.parameters()).values();
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
    return new Judging(
        result, Optional.of(PolicySet.of(able, binding, values, objects.moment())), waiting);
  }

  private static boolean hasErrors(List<Diagnostic> diagnostics) {
    return diagnostics.stream().anyMatch(d -> d.level() == Level.ERROR);
  }

  /** What the compiler says of the loaded policies, and of the values of their parameters. */
  public List<Diagnostic> diagnostics() {
    var all = new LinkedHashSet<>(loaded.mistakes());
    var result = judging().result();
    result.diagnostics().stream()
        .filter(d -> !d.span().source().name().startsWith(Question.INPUT))
        .forEach(all::add);
    result
        .program()
        .ifPresent(
            program ->
                all.addAll(engine.binding(result).bindWhatIsKnown(loaded.parameters()).problems()));
    return List.copyOf(all);
  }

  /** Whether loaded policies do not compile, so that none can be judged. */
  public boolean isBroken() {
    return judging().policies().isEmpty();
  }

  /** Policies whose parameter has no value yet, with the parameter. */
  public Map<String, String> waiting() {
    return judging().waiting();
  }

  /** The policies that can be judged, by id; none if the loaded ones do not compile. */
  public List<PolicyInfo> policies() {
    return judging().policies().map(PolicySet::policies).orElse(List.of());
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
    return run(policyIds, inManifests(judged), known, progress);
  }

  /** The same for everything that was read. */
  public Report run(Collection<String> policyIds, Scan.Progress progress) {
    return run(policyIds, objects.manifests(), objects.inventory(), progress);
  }

  private Report run(
      Collection<String> policyIds,
      Collection<Manifest> manifests,
      Inventory known,
      Scan.Progress progress) {
    PolicySet some =
        judging()
            .policies()
            .orElseThrow(() -> new IllegalStateException("the policies do not compile"))
            .only(policyIds);
    return engine.scan(some, manifests, known, progress);
  }

  private static List<Manifest> inManifests(Collection<KubernetesObject> judged) {
    return judged.stream()
        .map(object -> new Manifest(object.source(), List.of(object), List.of(), List.of()))
        .toList();
  }

  /** What came of an edit. */
  public sealed interface Edited {
    /** The edit does not compile. */
    record Wrong(List<Diagnostic> diagnostics) implements Edited {
      public Wrong {
        diagnostics = List.copyOf(diagnostics);
      }
    }

    /** What all policies say of the object as it is, and as it would be. */
    record Judged(KubernetesObject object, Report before, Report after) implements Edited {}
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
        var ids = policies().stream().map(PolicyInfo::id).toList();
        Inventory with = objects.inventory().with(Inventory.of(List.of(next)));
        yield new Edited.Judged(
            next,
            run(ids, List.of(object), false, Scan.Progress.NONE),
            run(ids, inManifests(List.of(next)), with, Scan.Progress.NONE));
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
    return judging()
        .policies()
        .map(set -> set.over(objects.inventory()).trace(policyId, object))
        .orElse(List.of());
  }

  /** What policies cost at most. */
  public List<PolicyCost> costs() {
    return PolicyEngine.costs(judging().result()).policies();
  }

  /** What policies take missing values for. */
  public List<PolicyAbsence> absence() {
    return PolicyEngine.absence(judging().result()).policies();
  }

  /** The compiled form of a policy, for people. */
  public Optional<String> intermediate(String policyId) {
    return judging().result().program().stream()
        .flatMap(program -> program.policies().stream())
        .filter(policy -> policy.id().equals(policyId))
        .findFirst()
        .map(IrText::of);
  }

  /** The tests of the loaded policies and of what was typed. */
  public TestCompilation tests() {
    var files = new ArrayList<>(loaded.sources());
    typedAs(MODULE + ".rail", MODULE).ifPresent(files::add);
    return engine.compileTests(files, loaded.modules());
  }

  /** What was typed as a policy file; empty if nothing stays of it. */
  public Optional<SourceFile> typedAs(String fileName, String module) {
    return declarations.asFile(fileName, module, moduleNames());
  }

  /** The names that parameters can be set by. */
  public List<String> parameterNames() {
    var result = judging().result();
    return result.program().isEmpty()
        ? List.of()
        : engine.binding(result).names().stream().sorted().toList();
  }

  // ---------------------------------------------------------------- what may be typed

  /** What may stand at the end of an unfinished text. */
  public Completion.Found complete(String before) {
    var names = new LinkedHashMap<String, String>();
    for (Declared declared : declarations.all()) {
      if (!List.of("test", "waiver", "enforcement", "policy").contains(declared.word())) {
        names.put(declared.name(), declared.word());
      }
    }
    for (String module : moduleNames()) {
      names.putIfAbsent(module.substring(module.lastIndexOf('.') + 1), "module " + module);
    }
    return new Completion(reference(), this::probe, objects.inventory().objects(), names)
        .at(before);
  }

  private void probe(String text, Watcher watcher) {
    var source = SourceFile.of(Question.INPUT, text);
    try {
      Question.readLeniently(source).forEach(file -> compile(file, watcher));
    } catch (StackOverflowError tooDeep) {
      // Nobody waits for help in a text like that.
    }
  }

  /** Candidates as a plain list, for callers that place them themselves. */
  public List<Candidate> members(Type type) {
    return reference().members(type);
  }
}

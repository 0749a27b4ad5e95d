package dev.taffrail;

import dev.taffrail.compiler.Compiler;
import dev.taffrail.compiler.ImportedFiles;
import dev.taffrail.compiler.Library;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.compiler.check.Watcher;
import dev.taffrail.compiler.cost.Cost;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.resolve.Edition;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.schema.SchemaCatalog;
import dev.taffrail.compiler.schema.custom.CustomDefinition;
import dev.taffrail.compiler.schema.custom.CustomTypes;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.compiler.type.SchemaTypes;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Note;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.GroupKind;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.report.Summary;
import dev.taffrail.runtime.Compiling;
import dev.taffrail.runtime.LiveScan;
import dev.taffrail.runtime.Scan;
import dev.taffrail.runtime.builtin.Builtins;
import dev.taffrail.runtime.builtin.CallContext;
import dev.taffrail.runtime.external.AnswerSource;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.runtime.read.ContextualDefaults;
import dev.taffrail.runtime.read.FieldReader;
import dev.taffrail.session.Reference;
import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.api.ApiDiff;
import dev.taffrail.tooling.api.Change;
import dev.taffrail.tooling.explain.Answers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The door: compiles policies and evaluates objects.
 *
 * <p>Immutable; build one and share it between threads.
 */
public final class PolicyEngine {
  /** The version of the engine and of its report formats. */
  public static final String VERSION = "0.1.0";

  /** Of an object that was given twice the same one counts, in whatever order files were read. */
  private static final Comparator<KubernetesObject> BY_PLACE =
      Comparator.comparing((KubernetesObject object) -> object.source().name())
          .thenComparing(KubernetesObject::document)
          .thenComparing(KubernetesObject::item);

  private final SchemaTypes types;
  private final Library library;
  private final ImportedFiles imported;
  private final Builtins builtins;
  private final AnswerSource answers;
  private final Compiling compiling;
  private final FieldReader reader = new FieldReader(new ContextualDefaults());

  private PolicyEngine(
      SchemaTypes types,
      Library library,
      ImportedFiles imported,
      AnswerSource answers,
      Compiling compiling) {
    this.compiling = compiling;
    this.answers = answers;
    this.types = types;
    this.library = library;
    this.imported = imported;
    this.builtins = Builtins.of(types);
  }

  public static Builder builder() {
    return new Builder();
  }

  /** Options of an engine. */
  public static final class Builder {
    private Optional<String> kubernetes = Optional.empty();
    private final List<SourceFile> library = new ArrayList<>();
    private Collection<String> modules = List.of();
    private Function<String, List<SourceFile>> filesOfModule = module -> List.of();
    private final List<CustomDefinition> definitions = new ArrayList<>();
    private ImportedFiles imported = ImportedFiles.NONE;
    private final Map<String, ExternalProvider> providers = new TreeMap<>();
    private Compiling compiling = Compiling.WHEN_WORTH_IT;

    private Builder() {}

    /** The Kubernetes version whose schema is used, {@code 1.34}; the newest known by default. */
    public Builder kubernetes(String version) {
      kubernetes = Optional.of(version);
      return this;
    }

    /** Files of modules that policies may import, such as the standard library. */
    public Builder library(Collection<SourceFile> files) {
      library.addAll(files);
      return this;
    }

    /**
     * Modules that policies may import, whose files are read only when they are needed.
     *
     * @param names all of them
     * @param files the files of a module
     */
    public Builder library(Collection<String> names, Function<String, List<SourceFile>> files) {
      modules = List.copyOf(names);
      filesOfModule = files;
      return this;
    }

    /** Kinds beside those of Kubernetes; the first definition of a kind counts. */
    public Builder definitions(Collection<CustomDefinition> more) {
      definitions.addAll(more);
      return this;
    }

    /** Where {@code import schema} finds files; nowhere by default. */
    public Builder importing(ImportedFiles files) {
      imported = files;
      return this;
    }

    /**
     * Who answers the external functions that name this provider. Without one, policies that call
     * them are not judged in scans, and error outcomes otherwise.
     */
    public Builder provider(String name, ExternalProvider provider) {
      providers.put(name, provider);
      return this;
    }

    /**
     * When policies are compiled to classes of the JVM: once it is worth its time by default. What
     * they find does not depend on it.
     */
    public Builder compiling(Compiling when) {
      compiling = when;
      return this;
    }

    /**
     * The engine.
     *
     * @throws IllegalArgumentException if the Kubernetes version is not known; the message lists
     *     those that are
     */
    public PolicyEngine build() {
      SchemaTypes kinds = kubernetes.map(SchemaCatalog::of).orElseGet(SchemaCatalog::newest);
      return new PolicyEngine(
          CustomTypes.over(kinds, definitions),
          Library.of(library).and(modules, filesOfModule),
          imported,
          new BoundProviders(providers),
          compiling);
    }
  }

  /** The newest edition of the language. */
  public static String edition() {
    return Edition.years().getLast();
  }

  /** Kubernetes versions with a schema, oldest first. */
  public static List<String> kubernetesVersions() {
    return SchemaCatalog.versions();
  }

  /** The Kubernetes version whose schema this engine uses. */
  public String kubernetes() {
    return types.version();
  }

  /** The kind that policies mean by a name such as {@code Ingress}, in all its versions. */
  public Optional<GroupKind> kind(String name) {
    return types.type(name).flatMap(ObjectType::kind).map(k -> GroupKind.of(k.identity()));
  }

  /** The names of all kinds, sorted. */
  public List<String> kinds() {
    return types.kindNames();
  }

  /**
   * Compiles files; every policy in them will be judged.
   *
   * @param files policy text, and YAML or JSON documents of kind Waiver and Enforcement, which are
   *     told by the ending of their names
   */
  public Compilation compile(Collection<SourceFile> files) {
    return compile(files, List.of(), List.of());
  }

  /**
   * Compiles files and modules of the library, with values for parameters.
   *
   * @param modules names of library modules whose policies will be judged too, {@code std.pss}
   */
  public Compilation compile(
      Collection<SourceFile> files, Collection<String> modules, List<ParameterValue> parameters) {
    var result = check(files, modules);
    if (result.program().isEmpty()) {
      return new Compilation.Rejected(result.diagnostics());
    }
    var binding = binding(result);
    return switch (binding.bind(parameters)) {
      case Compilation.Compiled compiled ->
          new Compilation.Compiled(
              compiled.policies(), joined(result.diagnostics(), compiled.diagnostics()));
      case Compilation.Rejected rejected ->
          new Compilation.Rejected(joined(result.diagnostics(), rejected.diagnostics()));
    };
  }

  private static List<Diagnostic> joined(List<Diagnostic> of, List<Diagnostic> more) {
    return Stream.concat(of.stream(), more.stream()).toList();
  }

  /**
   * Compiles files with their tests, and modules of the library with theirs; a test gives the
   * values of parameters itself.
   */
  public TestCompilation compileTests(Collection<SourceFile> files, Collection<String> modules) {
    var result = check(files, modules);
    return result.program().isEmpty()
        ? new TestCompilation.Rejected(result.diagnostics())
        : new TestCompilation.Compiled(
            new TestProgram(
                this,
                result.program().get(),
                binding(result),
                result.diagnostics(),
                result.judged()));
  }

  /** Compiles without giving values to parameters: only the diagnostics. */
  public List<Diagnostic> diagnose(Collection<SourceFile> files, Collection<String> modules) {
    return check(files, modules).diagnostics();
  }

  /** Compiles and looks for what is probably not meant: only the diagnostics. */
  public List<Diagnostic> lint(Collection<SourceFile> files, Collection<String> modules) {
    return compiler().lint(files, modules).diagnostics();
  }

  /**
   * What locks the data files that policies name: the text of {@code taffrail.lock} for each folder
   * that needs one, by its path. With it there, a data file that is another one is refused.
   */
  public Compiler.Locks locks(Collection<SourceFile> files, Collection<String> modules) {
    return compiler().locks(files, modules);
  }

  /** What policies cost at most; parameters need no values. */
  public PolicyListing<PolicyCost> costs(Collection<SourceFile> files, Collection<String> modules) {
    return costs(check(files, modules));
  }

  static PolicyListing<PolicyCost> costs(Compiler.Result result) {
    return listing(
        result,
        PolicyCost::policy,
        program ->
            Cost.of(program).entrySet().stream()
                .map(
                    e -> {
                      var reads = Reads.of(e.getKey(), program);
                      return new PolicyCost(
                          e.getKey().id(),
                          e.getValue().formula(),
                          e.getValue().depths(),
                          reads.kindNames(),
                          reads.dynamic(),
                          reads.asOf(),
                          reads.externalNames(program));
                    }));
  }

  private static <T> PolicyListing<T> listing(
      Compiler.Result result, Function<T, String> id, Function<IrProgram, Stream<T>> told) {
    var policies =
        result.program().stream().flatMap(told).sorted(Comparator.comparing(id)).toList();
    return new PolicyListing<>(policies, result.diagnostics());
  }

  ParameterBinding binding(Compiler.Result result) {
    return new ParameterBinding(
        result.program().orElseThrow(),
        builtins,
        new CallContext(reader, result.schema()),
        answers,
        compiling);
  }

  /**
   * Compares what two versions of policy files offer to others: ids, parameters and signatures.
   *
   * @param sink hears of syntax errors; with one, the result means nothing
   */
  public static List<Change> apiDiff(
      Collection<SourceFile> before, Collection<SourceFile> after, DiagnosticSink sink) {
    return ApiDiff.between(before, after, sink);
  }

  /** What policies take missing values for; parameters need no values. */
  public PolicyListing<PolicyAbsence> absence(
      Collection<SourceFile> files, Collection<String> modules) {
    return absence(check(files, modules));
  }

  static PolicyListing<PolicyAbsence> absence(Compiler.Result result) {
    return listing(
        result,
        PolicyAbsence::policy,
        program ->
            program.policies().stream()
                .map(
                    policy ->
                        new PolicyAbsence(
                            policy.id(), former(policy), Answers.of(policy, program))));
  }

  private static List<String> former(IrPolicy policy) {
    return policy.metadata().formerly().stream()
        .map(name -> Marks.qualified(name, policy.module()))
        .toList();
  }

  private Compiler.Result check(Collection<SourceFile> files, Collection<String> modules) {
    return compiler().compile(files, modules);
  }

  /** A workbench without policies and objects. */
  public Workbench workbench() {
    return Workbench.empty(this);
  }

  /** Compiles files that are parsed already. */
  Compiler.Result compileParsed(
      Collection<PolicyFile> files,
      Collection<PolicyFile> judging,
      Collection<String> modules,
      Watcher watcher) {
    return compiler().compileParsed(files, judging, modules, watcher);
  }

  /** What a prompt has to know of the language and of Kubernetes. */
  Reference reference() {
    return new Reference(types, builtins);
  }

  private Compiler compiler() {
    return new Compiler(types, builtins, library, imported, kubernetesVersions());
  }

  /** Judges one object; never throws for a fault of policy or object. */
  public Evaluation evaluate(PolicySet policies, KubernetesObject object) {
    return policies.evaluate(object);
  }

  /** Judges one object with an inventory in which policies look up others. */
  public Evaluation evaluate(PolicySet policies, KubernetesObject object, Inventory inventory) {
    return policies.over(inventory).evaluate(object);
  }

  /**
   * Judges objects and keeps the verdicts up to date while objects change one at a time. Findings
   * are those of a scan, with waivers and enforcement, but for those about the schema. Of the
   * objects only what policies can read is kept.
   *
   * @param complete kinds of which the objects are all there are, now and after every change
   */
  public LiveScan live(
      PolicySet policies, Collection<KubernetesObject> objects, Set<GroupKind> complete) {
    return policies.live(objects, complete);
  }

  /**
   * Judges what was read from files; the report says what could not be read and what was skipped.
   */
  public Report scan(PolicySet policies, Collection<Manifest> manifests) {
    return scan(policies, manifests, Inventory.none());
  }

  /**
   * Judges what was read from files, with an inventory of objects that are looked up and not
   * judged. What is judged is part of the inventory, and complete for each kind of which there is
   * an object; a policy that looks up another kind is not judged, and listed in the report.
   */
  public Report scan(PolicySet policies, Collection<Manifest> manifests, Inventory inventory) {
    return scan(policies, manifests, inventory, Scan.Progress.NONE);
  }

  /** The same for somebody who waits, and may not want to wait any longer. */
  public Report scan(
      PolicySet policies,
      Collection<Manifest> manifests,
      Inventory inventory,
      Scan.Progress progress) {
    // An object of an admission request says nothing about the others of its kind.
    var given =
        manifests.stream()
            .flatMap(m -> m.objects().stream())
            .filter(object -> object.admission().isEmpty())
            .sorted(BY_PLACE)
            .toList();
    var reading = policies.over(inventory.with(Inventory.of(given)));
    var result = reading.scan(manifests, progress);
    var governed = reading.govern(result.findings(), manifests);
    var findings = governed.findings();
    var notes = new ArrayList<Note>();
    for (Manifest manifest : manifests) {
      manifest.skipped().forEach(s -> notes.add(new Note(s.span(), s.reason())));
    }
    var summary =
        new Summary(
            result.objects(),
            policies.size() - result.notJudged().size(),
            result.passed(),
            count(findings, Outcome.VIOLATION),
            count(findings, Outcome.ERROR),
            count(findings, Outcome.WAIVED),
            result.notApplicable(),
            result.notJudged().size(),
            notes.size(),
            governed.off());
    return new Report(
        VERSION,
        summary,
        findings,
        notes,
        result.notJudged(),
        result.unknownReferences(),
        result.evidence(),
        policies.dataFiles(),
        policies.descriptions(),
        result.objectsByPolicy(),
        List.of());
  }

  private static int count(List<Finding> findings, Outcome outcome) {
    return (int) findings.stream().filter(f -> f.outcome() == outcome).count();
  }
}

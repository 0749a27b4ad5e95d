package dev.taffrail;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrExpr.ClusterRanges;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.external.Answer;
import dev.taffrail.runtime.external.Answers;
import dev.taffrail.runtime.external.Question;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.AddressRanges;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.runtime.inventory.Reads;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.Cidr;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Compiled policies with their tests; immutable, shared by any number of threads. */
public final class TestProgram {
  private final PolicyEngine engine;
  private final IrProgram program;
  private final ParameterBinding binding;
  private final List<Diagnostic> diagnostics;
  private final List<SourceFile> sources;

  TestProgram(
      PolicyEngine engine,
      IrProgram program,
      ParameterBinding binding,
      List<Diagnostic> diagnostics,
      List<SourceFile> sources) {
    this.sources = List.copyOf(sources);
    this.engine = engine;
    this.program = program;
    this.binding = binding;
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** What came of judging the objects of a test. */
  public sealed interface Run {
    /** What a scan of the objects reports; findings about their schema belong to no policy. */
    record Judged(Report report) implements Run {}

    /** The objects or parameters of the test could not be computed. */
    record Impossible(Span span, String message) implements Run {}
  }

  /** The tests in the order written, module by module. */
  public List<IrTest> tests() {
    return program.tests();
  }

  /** The policies of the modules under test. */
  public List<IrPolicy> policies() {
    return program.policies();
  }

  /** The whole program, for measuring what tests have seen of it. */
  public IrProgram program() {
    return program;
  }

  /** The files of the modules under test. */
  public List<SourceFile> sources() {
    return sources;
  }

  /** The same program with another text for one of its files. */
  public TestCompilation with(SourceFile changed) {
    var files =
        sources.stream().map(file -> file.name().equals(changed.name()) ? changed : file).toList();
    return engine.compileTests(files, List.of());
  }

  /** Warnings about the policies and tests. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * Judges what a test gives by its policy, as a scan of a file with these objects would.
   *
   * @param observer sees what the policy evaluates
   */
  public Run run(IrTest test, Observer observer) {
    IrProgram alone = program.withPolicies(List.of(test.policy()));
    Given given;
    try {
      given = compute(test, alone);
    } catch (EvaluationError e) {
      return new Run.Impossible(test.span(), e.getMessage());
    }
    var own = new ParameterBinding(alone, binding).bindFor(test, given.parameters(), observer);
    return switch (own) {
      case Compilation.Rejected rejected -> {
        Diagnostic first = rejected.diagnostics().get(0);
        yield new Run.Impossible(first.span(), first.message());
      }
      case Compilation.Compiled compiled -> judged(test, compiled.policies(), given);
    };
  }

  /** The objects that a test gives; empty if they cannot be computed. */
  public Optional<List<KubernetesObject>> objects(IrTest test) {
    try {
      return Optional.of(compute(test, program.withPolicies(List.of(test.policy()))).objects());
    } catch (EvaluationError e) {
      return Optional.empty();
    }
  }

  /** Whether a policy looks at other objects than the one it judges. */
  public boolean looksAtOthers(IrPolicy policy) {
    return policy.target().once() || Reads.of(policy, program).looksUp();
  }

  /** The kinds whose objects carry pods, sorted. */
  public List<String> podCarriers() {
    return binding.types().kindNames().stream()
        .filter(
            name ->
                binding
                    .types()
                    .type(name)
                    .flatMap(ObjectType::kind)
                    .filter(kind -> binding.types().podTemplate(kind.identity()).isPresent())
                    .isPresent())
        .toList();
  }

  /** What a test lists is its whole world, unless it says of which kinds it knows all. */
  private Run judged(IrTest test, PolicySet policies, Given given) {
    Inventory inventory =
        test.world()
            .complete()
            .map(kinds -> Inventory.of(List.of(), kinds))
            .orElseGet(() -> Inventory.none().completeForAll())
            .in(given.ranges());
    return new Run.Judged(engine.scan(in(given, policies), manifests(given.objects()), inventory));
  }

  private static PolicySet in(Given given, PolicySet policies) {
    return given
        .asOf()
        .map(policies::asOf)
        .orElse(policies)
        .asking(new Answers(RecordedAnswers.ofTest(given.answers())));
  }

  /** What a test gives, computed. */
  private record Given(
      List<KubernetesObject> objects,
      Map<ParameterId, Value> parameters,
      Optional<Instant> asOf,
      AddressRanges ranges,
      Map<Question, Answer> answers) {}

  private Given compute(IrTest test, IrProgram alone) {
    var interpreter =
        new RuleInterpreter(
            new ParameterBinding(alone, binding).environment(Map.of(), Observer.NONE));
    var ids = List.copyOf(test.using().keySet());
    var expressions = new ArrayList<IrExpr>();
    test.given().forEach(line -> expressions.addAll(line.expressions()));
    ids.forEach(id -> expressions.add(test.using().get(id)));
    test.world().asOf().ifPresent(expressions::add);
    expressions.addAll(test.world().ranges().values());
    expressions.addAll(test.world().externals().values());
    Iterator<Value> values =
        interpreter.evaluateAll(test.lets(), expressions, test.frameSize()).iterator();
    var objects = new ArrayList<KubernetesObject>();
    test.given().forEach(line -> objects.addAll(given(line, values)));
    var parameters = new HashMap<ParameterId, Value>();
    ids.forEach(id -> parameters.put(id, values.next()));
    var asOf = test.world().asOf().map(moment -> ((InstantValue) values.next()).value());
    var ranges = ranges(test.world().ranges().keySet(), values);
    var answers = new HashMap<Question, Answer>();
    test.world()
        .externals()
        .keySet()
        .forEach(id -> answers.putAll(TestAnswers.of(alone.external(id), values.next())));
    return new Given(objects, parameters, asOf, ranges, answers);
  }

  private static AddressRanges ranges(Set<ClusterRanges.Of> given, Iterator<Value> values) {
    var ranges = AddressRanges.UNKNOWN;
    for (ClusterRanges.Of of : given) {
      var found =
          Optional.of(
              ((SetValue) values.next())
                  .elements().stream().map(Cidr.class::cast).collect(Collectors.toSet()));
      ranges =
          switch (of) {
            case PODS -> new AddressRanges(found, ranges.services());
            case SERVICES -> new AddressRanges(ranges.pods(), found);
          };
    }
    return ranges;
  }

  private static List<KubernetesObject> given(IrTest.Given line, Iterator<Value> values) {
    List<KubernetesObject> found = line.object().map(o -> objects(values.next())).orElse(List.of());
    Optional<KubernetesObject> old = line.old().map(o -> objects(values.next()).get(0));
    Optional<RecordValue> request = line.request().map(r -> (RecordValue) values.next());
    if (old.isEmpty() && request.isEmpty()) {
      return found;
    }
    var admission = new TestAdmission(line.span());
    return found.isEmpty()
        ? List.of(admission.ask(Optional.empty(), old, request))
        : found.stream().map(o -> admission.ask(Optional.of(o), old, request)).toList();
  }

  private static List<KubernetesObject> objects(Value value) {
    return switch (value) {
      case ObjectValue object -> List.of(object.place().object());
      case ListValue list -> list.elements().stream().flatMap(e -> objects(e).stream()).toList();
      case SetValue set -> set.elements().stream().flatMap(e -> objects(e).stream()).toList();
      default -> throw new IllegalStateException("no object: " + value);
    };
  }

  /** In the order given; a manifest is of one file. */
  private static Collection<Manifest> manifests(List<KubernetesObject> objects) {
    var bySource = new LinkedHashMap<SourceFile, List<KubernetesObject>>();
    objects.forEach(
        object -> bySource.computeIfAbsent(object.source(), s -> new ArrayList<>()).add(object));
    return bySource.entrySet().stream()
        .map(e -> new Manifest(e.getKey(), e.getValue(), List.of(), List.of()))
        .toList();
  }
}

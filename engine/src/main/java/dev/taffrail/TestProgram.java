package dev.taffrail;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.Manifest;
import dev.taffrail.report.Report;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.runtime.interpret.RuleInterpreter;
import dev.taffrail.runtime.inventory.Inventory;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import dev.taffrail.value.EvaluationError;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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
    var values = new HashMap<ParameterId, Value>();
    var objects = new LinkedHashMap<KubernetesObject, SourceFile>();
    try {
      compute(test, alone, values, objects);
    } catch (EvaluationError e) {
      return new Run.Impossible(test.span(), e.getMessage());
    }
    var own = new ParameterBinding(alone, binding).bindFor(test, values, observer);
    return switch (own) {
      case Compilation.Rejected rejected -> {
        Diagnostic first = rejected.diagnostics().get(0);
        yield new Run.Impossible(first.span(), first.message());
      }
      case Compilation.Compiled compiled ->
          // What a test lists is its whole world: it can say that there is none of a kind.
          new Run.Judged(
              engine.scan(
                  compiled.policies(), manifests(objects), Inventory.none().completeForAll()));
    };
  }

  private void compute(
      IrTest test,
      IrProgram alone,
      Map<ParameterId, Value> values,
      Map<KubernetesObject, SourceFile> objects) {
    var interpreter =
        new RuleInterpreter(
            new ParameterBinding(alone, binding).environment(Map.of(), Observer.NONE));
    var ids = List.copyOf(test.using().keySet());
    var expressions = new ArrayList<IrExpr>(test.given());
    ids.forEach(id -> expressions.add(test.using().get(id)));
    List<Value> found = interpreter.evaluateAll(test.lets(), expressions, test.frameSize());
    int given = test.given().size();
    found.subList(0, given).forEach(value -> addObjects(value, objects));
    for (int i = 0; i < ids.size(); i++) {
      values.put(ids.get(i), found.get(given + i));
    }
  }

  private static void addObjects(Value value, Map<KubernetesObject, SourceFile> objects) {
    switch (value) {
      case ObjectValue object ->
          objects.put(object.place().object(), object.place().object().source());
      case ListValue list -> list.elements().forEach(e -> addObjects(e, objects));
      case SetValue set -> set.elements().forEach(e -> addObjects(e, objects));
      default -> throw new IllegalStateException("no object: " + value);
    }
  }

  private static Collection<Manifest> manifests(Map<KubernetesObject, SourceFile> objects) {
    var bySource = new LinkedHashMap<SourceFile, List<KubernetesObject>>();
    objects.forEach(
        (object, source) -> bySource.computeIfAbsent(source, s -> new ArrayList<>()).add(object));
    return bySource.entrySet().stream()
        .map(e -> new Manifest(e.getKey(), e.getValue(), List.of(), List.of()))
        .toList();
  }
}

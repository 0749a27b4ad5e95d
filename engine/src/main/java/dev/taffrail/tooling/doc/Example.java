package dev.taffrail.tooling.doc;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestText;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestResult;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A manifest with what a policy says about it.
 *
 * @param title where it comes from: the name of a test, or of a file
 * @param manifest YAML
 * @param parameters what the test gives the policy, by name, as written
 * @param findings what the policy found
 */
record Example(String title, String manifest, List<String> parameters, List<Finding> findings) {
  Example {
    parameters = List.copyOf(parameters);
    findings = List.copyOf(findings);
  }

  /** The first test that passes and shows what is wanted by objects alone, without a request. */
  static Optional<Example> of(TestProgram program, IrPolicy policy, boolean failing) {
    boolean alone = !program.looksAtOthers(policy);
    return program.tests().stream()
        .filter(test -> test.policy().id().equals(policy.id()))
        .filter(test -> shows(test, failing))
        .flatMap(test -> of(program, test, alone, failing).stream())
        .findFirst();
  }

  private static boolean shows(IrTest test, boolean failing) {
    Class<? extends IrTest.Expectation> wanted =
        failing ? IrTest.Expectation.Violation.class : IrTest.Expectation.Pass.class;
    return test.expectations().stream().allMatch(wanted::isInstance)
        && test.given().stream().allMatch(g -> g.old().isEmpty() && g.request().isEmpty());
  }

  /**
   * @param alone objects are judged by themselves, so the first that shows something is enough
   */
  private static Optional<Example> of(
      TestProgram program, IrTest test, boolean alone, boolean failing) {
    if (run(program, test).verdict() != TestResult.Verdict.PASSED) {
      return Optional.empty();
    }
    IrTest shown = alone ? telling(program, test, failing) : test;
    return program
        .objects(shown)
        .map(
            objects ->
                new Example(
                    test.name(),
                    yaml(objects),
                    parameters(test),
                    withoutRepeats(run(program, shown).findings())));
  }

  /** The test with one of the lines that give objects, or as it is if none alone shows anything. */
  private static IrTest telling(TestProgram program, IrTest test, boolean failing) {
    return test.given().stream()
        .map(line -> test.giving(List.of(line)))
        .filter(part -> run(program, part).findings().isEmpty() != failing)
        .findFirst()
        .orElse(test);
  }

  private static TestResult run(TestProgram program, IrTest test) {
    return PolicyTestRunner.run(program, test, Observer.NONE);
  }

  /** The same words about the same place of two objects are one line. */
  private static List<Finding> withoutRepeats(List<Finding> findings) {
    var seen = new HashSet<String>();
    return findings.stream().filter(f -> seen.add(f.path() + "\n" + f.message())).toList();
  }

  private static String yaml(List<KubernetesObject> objects) {
    return objects.stream()
        .map(object -> ManifestText.of(object.root()))
        .distinct()
        .collect(Collectors.joining("---\n"));
  }

  private static List<String> parameters(IrTest test) {
    return test.using().entrySet().stream()
        .map(e -> e.getKey().name() + ": " + e.getValue().span().text())
        .sorted()
        .toList();
  }

  static Example of(SourceFile fixture) {
    String name = fixture.name().substring(fixture.name().lastIndexOf('/') + 1);
    return new Example(name, fixture.text(), List.of(), List.of());
  }
}

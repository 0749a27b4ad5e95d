package dev.taffrail.tooling.doc;

import dev.taffrail.TestProgram;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.finding.Finding;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestText;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestResult;
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
  static Optional<Example> of(TestProgram program, String policy, boolean failing) {
    return program.tests().stream()
        .filter(test -> test.policy().id().equals(policy))
        .filter(test -> shows(test, failing))
        .flatMap(test -> of(program, test).stream())
        .findFirst();
  }

  private static boolean shows(IrTest test, boolean failing) {
    Class<? extends IrTest.Expectation> wanted =
        failing ? IrTest.Expectation.Violation.class : IrTest.Expectation.Pass.class;
    return test.expectations().stream().allMatch(wanted::isInstance)
        && test.given().stream().allMatch(g -> g.old().isEmpty() && g.request().isEmpty());
  }

  private static Optional<Example> of(TestProgram program, IrTest test) {
    TestResult result = PolicyTestRunner.run(program, test, Observer.NONE);
    if (result.verdict() != TestResult.Verdict.PASSED) {
      return Optional.empty();
    }
    return program
        .objects(test)
        .map(
            objects ->
                new Example(test.name(), yaml(objects), parameters(test), withoutRepeats(result)));
  }

  private static List<Finding> withoutRepeats(TestResult result) {
    return result.findings().stream().distinct().toList();
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

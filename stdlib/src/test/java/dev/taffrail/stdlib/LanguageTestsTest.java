package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.PolicyEngine;
import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.runtime.interpret.Observer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testing.CoverageReport;
import dev.taffrail.testing.MutationReport;
import dev.taffrail.testing.MutationRun;
import dev.taffrail.testing.PolicyTestRunner;
import dev.taffrail.testing.TestResult;
import dev.taffrail.testing.TestSelection;
import dev.taffrail.testing.TestTextReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The tests that policies of the library carry in the language itself. */
class LanguageTestsTest {
  /**
   * Folders whose tests notice every change, and see everything both ways.
   *
   * <p>Not all of them, since each change compiles all of a folder anew; {@code taffrail test
   * --mutate} does the same for any other.
   */
  private static final List<String> THOROUGH =
      List.of(
          "pod-security",
          "apiserver",
          "audit",
          "controller-manager",
          "encryption",
          "etcd",
          "kube-proxy",
          "kubelet",
          "scheduler",
          "shared/auditing",
          "shared/ciphers",
          "shared/flags");

  private static TestProgram program;

  @BeforeAll
  static void compile() throws IOException {
    program = compile(PolicyFolder.railFiles());
  }

  /**
   * The files of a folder and what its tests start from, which lies beside it; what they import
   * comes from the library.
   */
  private static TestProgram compile(Path folder) throws IOException {
    return compile(
        PolicyFolder.railFiles().stream()
            .filter(
                file ->
                    file.startsWith(folder)
                        || file.equals(folder.resolveSibling(PolicyFolder.TESTS)))
            .toList());
  }

  /** Each policy alone, since each change compiles all again, unless policies share something. */
  private static Stream<Path> parts() {
    return THOROUGH.stream()
        .map(PolicyFolder.POLICIES::resolve)
        .flatMap(
            folder ->
                Files.exists(folder.resolve(PolicyFolder.SHARED))
                        || PolicyFolder.isForImport(folder)
                    ? Stream.of(folder)
                    : PolicyFolder.all().stream()
                        .map(PolicyFolder::path)
                        .filter(policy -> policy.startsWith(folder)));
  }

  private static String name(Path part) {
    return PolicyFolder.POLICIES.relativize(part).toString();
  }

  private static TestProgram compile(List<Path> paths) throws IOException {
    var files = new ArrayList<SourceFile>();
    for (Path file : paths) {
      files.add(SourceFile.of(file.toString(), Files.readString(file)));
    }
    var engine =
        PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();
    var compiled = engine.compileTests(files, List.of());
    assertTrue(
        compiled.diagnostics().isEmpty(),
        () -> DiagnosticRenderer.plain().render(compiled.diagnostics()));
    return ((TestCompilation.Compiled) compiled).program();
  }

  @Test
  void everyTestPasses() throws IOException {
    var results =
        new PolicyTestRunner((done, of) -> {}).run(program, program.tests(), Observer.NONE);
    var report = new StringWriter();
    new TestTextReport(false).write(results, report);
    assertTrue(
        results.stream().allMatch(r -> r.verdict() == TestResult.Verdict.PASSED), report::toString);
    assertEquals(
        program.policies().size(),
        results.stream().map(TestResult::policy).distinct().count(),
        "policies with tests");
  }

  /** A change that means the same carries a comment with the reason. */
  @TestFactory
  Stream<DynamicTest> everyChangeIsNoticed() {
    return parts().map(part -> dynamicTest(name(part), () -> assertNoSurvivors(part)));
  }

  private static void assertNoSurvivors(Path folder) throws IOException {
    var mutated = compile(folder);
    var result = new MutationRun(mutated, mutated.tests(), (done, of) -> {}).run();
    var report = new StringWriter();
    MutationReport.text(result, report);
    assertTrue(result.clean(), report::toString);
    assertTrue(result.killed() > 0, report::toString);
  }

  @TestFactory
  Stream<DynamicTest> everyCheckAndEveryAnswerToAbsenceIsSeenBothWays() {
    return parts().map(part -> dynamicTest(name(part), () -> assertCovered(part)));
  }

  private static void assertCovered(Path folder) throws IOException {
    var tests = TestSelection.of(compile(folder), List.of());
    var coverage = tests.coverage();
    tests.run(Optional.of(coverage), (done, of) -> {});
    var report = new StringWriter();
    new CoverageReport(coverage).text(report);
    assertEquals(1, report.toString().lines().count(), report::toString);
  }
}

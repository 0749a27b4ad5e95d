package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The tests that policies of the library carry in the language itself. */
class LanguageTestsTest {
  /** Their tests are mutated here; see below. */
  private static final Path MUTATED = Path.of("pod-security");

  private static TestProgram program;
  private static TestProgram mutated;

  @BeforeAll
  static void compile() throws IOException {
    program = compile(PolicyFolder.railFiles());
    mutated =
        compile(
            PolicyFolder.railFiles().stream()
                .filter(
                    file ->
                        StreamSupport.stream(file.spliterator(), false).anyMatch(MUTATED::equals))
                .toList());
  }

  private static TestProgram compile(List<Path> paths) throws IOException {
    var files = new ArrayList<SourceFile>();
    for (Path file : paths) {
      files.add(SourceFile.of(file.toString(), Files.readString(file)));
    }
    var compiled = PolicyEngine.builder().build().compileTests(files, List.of());
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

  /**
   * A change that means the same carries a comment with the reason.
   *
   * <p>One module only, since each change compiles all of it anew; {@code taffrail test --mutate}
   * does the same for any other.
   */
  @Test
  void everyChangeOfEveryPolicyIsNoticed() throws IOException {
    var result = new MutationRun(mutated, mutated.tests(), (done, of) -> {}).run();
    var report = new StringWriter();
    MutationReport.text(result, report);
    assertTrue(result.clean(), report::toString);
    assertTrue(result.killed() > 300, report::toString);
  }

  @Test
  void everyCheckAndEveryAnswerToAbsenceIsSeenBothWays() throws IOException {
    var tests = TestSelection.of(mutated, List.of());
    var coverage = tests.coverage();
    tests.run(Optional.of(coverage), (done, of) -> {});
    var report = new StringWriter();
    new CoverageReport(coverage).text(report);
    assertEquals(1, report.toString().lines().count(), report::toString);
  }
}

package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainTest {
  @ParameterizedTest
  @EnumSource
  void everyCodeHasAPageWithItsTitleAndExamples(DiagnosticCode code) {
    var run = Run.of("explain", code.name());
    assertEquals(0, run.status());
    assertTrue(run.out().startsWith("# " + code.name() + ": " + code.title() + "\n"), run::out);
    assertTrue(run.out().matches("(?s).*\nWrong:\n\n```.*\nRight:\n\n```.*"), run::out);
  }

  @Test
  void noPageIsLeftOver() throws IOException {
    try (var files = Files.list(ProjectFolders.root().resolve("docs/errors"))) {
      assertEquals(
          Arrays.stream(DiagnosticCode.values())
              .map(code -> code.name() + ".md")
              .collect(Collectors.toSet()),
          files.map(file -> file.getFileName().toString()).collect(Collectors.toSet()));
    }
  }

  @Test
  void codesMayBeInLowerCase() {
    assertEquals(Run.of("explain", "E0101"), Run.of("explain", "e0101"));
  }

  @Test
  void withoutCodeAllAreListed() {
    var run = Run.of("explain");
    assertEquals(0, run.status());
    assertEquals(DiagnosticCode.values().length, run.out().lines().count());
    assertTrue(run.out().startsWith("E0001  syntax error\n"), run::out);
  }

  @Test
  void answersToAbsenceAreListed() {
    var run = Run.of("explain", "--absence", "RunAsNonRoot");
    assertEquals(0, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/explain/run-as-non-root.txt"), run.out());
  }

  @Test
  void theAbsenceOfOwnPoliciesIsExplainedToo() {
    var run =
        Run.of(
            "explain", "--absence=EnoughMemory", "--policies=src/test/resources/inputs/measured");
    assertEquals(0, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/explain/memory.txt"), run.out());
  }

  @Test
  void programsGetTheAnswersAsJson() {
    var run =
        Run.of(
            "explain",
            "--absence=EnoughMemory",
            "--policies=src/test/resources/inputs/measured",
            "--format=json");
    assertEquals(0, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/explain/memory.json"), run.out());
  }

  @Test
  void definitionsOfCustomResourcesAreRead() {
    var run = Run.of("explain", "--absence=run-as-non-root", "--schemas=src/test/nowhere");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("src/test/nowhere"), run::err);
  }

  @Test
  void aPolicyThatIsNotThereIsNamed() {
    var run = Run.of("explain", "--absence", "run-as-non-rot");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("did you mean `run-as-non-root`?"), run::err);
  }
}

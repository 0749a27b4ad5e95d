package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ApiDiffTest {
  private static final String VERSIONS = "src/test/resources/inputs/versions/";

  @Test
  void everyChangeIsALine() {
    var run = Run.of("api-diff", VERSIONS + "old", VERSIONS + "new");
    assertEquals(1, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/api-diff/changes.txt"), run.out());
  }

  @Test
  void programsGetTheSame() {
    var run = Run.of("api-diff", "--format=json", VERSIONS + "old", VERSIONS + "new");
    assertEquals(1, run.status(), run::err);
    GoldenFiles.assertMatches(Path.of("src/test/resources/api-diff/changes.json"), run.out());
    assertEquals(
        2, Run.of("api-diff", "--format=xml", VERSIONS + "old", VERSIONS + "new").status());
  }

  @Test
  void theSameFilesDoNotDiffer() {
    assertEquals(
        new Run(0, "0 changes, 0 breaking\n", ""),
        Run.of("api-diff", VERSIONS + "old", VERSIONS + "old"));
  }

  @Test
  void syntaxErrorsAreShown() {
    var run =
        Run.of("api-diff", VERSIONS + "old", "src/test/resources/inputs/versions/broken.rail");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("E0001"), run::err);
  }

  @Test
  void twoVersionsAreNeeded() {
    var run = Run.of("api-diff", VERSIONS + "old");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("which two versions?"), run::err);
  }
}

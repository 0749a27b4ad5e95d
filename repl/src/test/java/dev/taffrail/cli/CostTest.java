package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CostTest {
  private static final String INPUTS = "src/test/resources/inputs/";

  @Test
  void everyPolicyHasAFormula() {
    var run = Run.of("cost", "std.pss");
    assertEquals(0, run.status());
    assertEquals("", run.err());
    GoldenFiles.assertMatches(Path.of("src/test/resources/cost/pss.txt"), run.out());
  }

  @Test
  void whatDoesNotCompileHasNone() {
    var run = Run.of("cost", INPUTS + "broken");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("E0102"), run::err);
  }

  @Test
  void withoutPoliciesThereIsAnExample() {
    var run = Run.of("cost");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("taffrail cost policies/"), run::err);
  }
}

package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
  void whatIsAskedOfTheHostIsSaid(@TempDir Path folder) throws IOException {
    Path policy = folder.resolve("policy.rail");
    Files.writeString(
        policy,
        """
        module shop
        external fn digest(image: String) -> String from provider "registry"
        policy Signed {
          target pod: Pod
          require digest(pod.name) != "" and asOf > 2026-01-01T00:00Z
          require object(Namespace, pod.namespace) is set and cluster(LimitRange) is empty
          require objectOf("v1", "Secret", pod.namespace, "a") is set
        }
        """);

    var run = Run.of("cost", policy.toString());

    assertEquals("", run.err());
    assertTrue(
        run.out()
            .endsWith(
                "\n  looks up LimitRange, Namespace, what manifests name; asks for the time;"
                    + " calls shop/digest\n"),
        run::out);
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

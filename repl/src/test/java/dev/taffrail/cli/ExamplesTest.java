package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The examples that newcomers run first: what they see is what the README promises. */
class ExamplesTest {
  private static final Path GOLDEN =
      ProjectFolders.root().resolve("repl/src/test/resources/examples");

  /** As it is written in the project's folder. */
  private static Run run(String... arguments) {
    String root = relativeRoot();
    String[] placed = arguments.clone();
    for (int i = 1; i < placed.length; i++) {
      placed[i] = placed[i].replaceFirst("^examples", root + "examples");
    }
    var run = Run.of(placed);
    return new Run(run.status(), run.out().replace(root + "examples", "examples"), run.err());
  }

  private static String relativeRoot() {
    String path =
        Path.of("")
            .toAbsolutePath()
            .relativize(ProjectFolders.root())
            .toString()
            .replace('\\', '/');
    return path.isEmpty() ? "" : path + "/";
  }

  @Test
  void theFirstCommandOfTheReadme() {
    var run = run("check", "examples/");
    GoldenFiles.assertMatches(GOLDEN.resolve("recommended.txt"), run.out());
    assertEquals(1, run.status());
    assertEquals("", run.err());
    assertTrue(
        run.out()
            .contains(
                """
                examples/shop/cart.yaml:31:9  high  no-privileged-containers
                  Deployment shop/cart: app container `cart` is privileged
                  31 |         privileged: true
                     |         ^^^^^^^^^^^^^^^^ remove it, or set it to false
                """));
    assertTrue(
        Pattern.compile("(?m)^examples/\\S+ +\\w+ +([a-z/-]+)$")
                .matcher(run.out())
                .results()
                .map(finding -> finding.group(1))
                .distinct()
                .count()
            >= 8);
  }

  @Test
  void thePoliciesOfOnesOwn() {
    var run = run("check", "--policies", "examples/policies", "examples/shop");
    GoldenFiles.assertMatches(GOLDEN.resolve("own-policies.txt"), run.out());
    assertEquals(1, run.status());
  }

  @Test
  void parametersChangeWhatIsAskedFor() {
    var run =
        run(
            "check",
            "--policies",
            "examples/policies/company.rail",
            "--param",
            "registries=[registry.example.com/shop]",
            "--param",
            "maxRatio=1",
            "examples/shop/cart.yaml",
            "examples/shop/agent.yaml");
    GoldenFiles.assertMatches(GOLDEN.resolve("parameters.txt"), run.out());
    assertEquals(1, run.status());
  }
}

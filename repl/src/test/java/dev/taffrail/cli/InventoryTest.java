package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules across objects from the command line. */
class InventoryTest {
  private static final String INPUTS = "src/test/resources/inputs/across/";
  private static final String POLICIES = "--policies=" + INPUTS + "hosts.rail";
  private static final String MANIFESTS = INPUTS + "manifests";
  private static final String CLUSTER = INPUTS + "cluster";

  @Test
  void aPolicyThatLooksUpWhatWasNotGivenIsListedAndDoesNotCount() {
    var run = Run.of("check", POLICIES, MANIFESTS);
    assertEquals(0, run.status());
    assertGolden("not-judged", run);
  }

  @Test
  void strictMakesItCount() {
    assertEquals(3, Run.of("check", "--strict", POLICIES, MANIFESTS).status());
    assertEquals(1, Run.of("check", "--strict", POLICIES, MANIFESTS, CLUSTER).status());
  }

  @Test
  void theInventoryIsLookedUpAndNotJudged() {
    var run = Run.of("check", "--inventory", CLUSTER, POLICIES, MANIFESTS);
    assertEquals(1, run.status());
    assertGolden("inventory", run);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ServiceAccount", "all", "Secret,ServiceAccount"})
  void whatIsCompleteAndNotThereDoesNotExist(String kinds) {
    var run = Run.of("check", "--complete", kinds, POLICIES, MANIFESTS);
    assertEquals(1, run.status());
    assertTrue(run.out().contains("medium  known-account\n"), run::out);
    assertFalse(run.out().contains("not judged"), run::out);
  }

  @Test
  void aMisspeltKindIsWrongUsage() {
    var run = Run.of("check", "--complete", "ServiceAcount", POLICIES, MANIFESTS);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("did you mean `ServiceAccount`?"), run::err);
  }

  @Test
  void anInventoryWithGapsIsStatus3(@TempDir Path folder) throws Exception {
    Files.writeString(folder.resolve("a.yaml"), "apiVersion: v1\nkind: [\n");
    var run = Run.of("check", "--inventory", folder.toString(), POLICIES, MANIFESTS);
    assertEquals(3, run.status());
    assertTrue(run.out().contains("a.yaml:2:7  error[unreadable]  unreadable\n"), run::out);
  }

  @Test
  void programsGetTheListToo() {
    var run = Run.of("check", "--format=json", POLICIES, MANIFESTS);
    assertTrue(run.out().contains("\"policy\": \"shop/known-account\""), run::out);
    assertTrue(run.out().contains("\"notJudged\": 1"), run::out);
  }

  @Test
  void standardInputIsReadOnce() {
    var run = Run.of("check", "--inventory", "-", POLICIES, "-");
    assertEquals(2, run.status());
  }

  private static void assertGolden(String name, Run run) {
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("repl/src/test/resources/check/" + name + ".txt"), run.out());
  }
}

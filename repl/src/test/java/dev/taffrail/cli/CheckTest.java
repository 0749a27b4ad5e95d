package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of {@code taffrail check} with policies of the test. */
class CheckTest {
  private static final String INPUTS = "src/test/resources/inputs/";
  private static final String POLICIES = "--policies=" + INPUTS + "policies";
  private static final String MANIFESTS = INPUTS + "manifests";
  private static final String MIXED = INPUTS + "mixed";
  private static final String CUSTOM = INPUTS + "custom/";
  private static final String CLEAN = INPUTS + "clean";

  @Test
  void violationsArePrintedAndMakeStatus1() {
    var run = Run.of("check", POLICIES, MANIFESTS);
    assertGolden("violation", run);
    assertEquals(1, run.status());
  }

  @Test
  void nothingFoundIsStatus0() {
    var run = Run.of("check", POLICIES, CLEAN);
    assertEquals(new Run(0, "1 object, 2 policies: 0 violations, 0 errors\n", ""), run);
  }

  @Test
  void whatCannotBeReadIsStatus3WhateverElseIsFound() {
    var run = Run.of("check", POLICIES, MIXED);
    assertGolden("mixed", run);
    assertEquals(3, run.status());
  }

  @Test
  void verboseListsWhatWasSkipped() {
    assertGolden("mixed-verbose", Run.of("check", "--verbose", POLICIES + "/network.rail", MIXED));
  }

  @Test
  void quietPrintsFindingsOnly() {
    var run = Run.of("check", "--quiet", POLICIES, MANIFESTS);
    assertGolden("violation-quiet", run);
    assertEquals(new Run(0, "", ""), Run.of("check", "--quiet", POLICIES, CLEAN));
  }

  @Test
  void schemasAreImportedFromTheFolderOfThePolicy() {
    assertGolden(
        "custom", Run.of("check", "--policies=" + CUSTOM + "widgets.rail", CUSTOM + "widget.yaml"));
  }

  @Test
  void schemasOfTheCommandLineHoldForCustomResources() {
    var run = Run.of("check", POLICIES, "--schemas=" + CUSTOM + "crds", CUSTOM + "widget.yaml");
    assertTrue(run.out().contains("`spec.size` must be a whole number"), run.out());
    assertEquals(1, run.status());
  }

  @Test
  void aSchemaThatCannotBeUsedStopsTheRun() {
    var run = Run.of("check", "--schemas=" + CUSTOM + "broken.yaml", CUSTOM + "widget.yaml");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("broken.yaml:4:1: `spec.names.kind` is not set"), run.err());
    var none = Run.of("check", "--schemas=" + CUSTOM + "widget.yaml", CUSTOM + "widget.yaml");
    assertTrue(none.err().contains("there is no CustomResourceDefinition"), none.err());
  }

  @ParameterizedTest
  @CsvSource({"compile", "test", "lint", "cost"})
  void everyCommandAboutPoliciesTakesSchemas(String command) {
    String policies = CUSTOM + "fixtures.rail";
    var run = Run.of(command, "--schemas=" + CUSTOM + "crds", policies);
    assertTrue((run.out() + run.err()).contains("no field `sise`"), run.out() + run.err());
    assertEquals(2, run.status());
    var none = Run.of(command, policies);
    assertTrue(none.status() < 2, none.err());
  }

  @Test
  void policiesThatDoNotCompileAreStatus2AndAllMistakesAreShown() {
    var run = Run.of("check", "--policies", INPUTS + "broken", MANIFESTS);
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("E0118") && run.err().contains("E0102"), run::err);
    assertTrue(run.err().endsWith("taffrail: nothing was judged: 2 errors\n"), run::err);
  }

  @ParameterizedTest
  @CsvSource({"info, 1", "high, 1", "critical, 0"})
  void violationsBelowFailOnArePrintedAndDoNotCount(String severity, int status) {
    var run = Run.of("check", "--fail-on", severity, POLICIES, MANIFESTS);
    assertEquals(Run.of("check", POLICIES, MANIFESTS).out(), run.out());
    assertEquals(status, run.status());
  }

  @Test
  void standardInputIsRead() throws IOException {
    var text = Files.readString(Path.of(MANIFESTS, "pod.yaml"));
    var run = Run.withInput(text, "check", POLICIES, "-");
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith("stdin:7:3  high  no-host-network\n"), run::out);
  }

  @Test
  void foldersThatAreNotEnteredAreListedIfVerbose(@TempDir Path folder) throws IOException {
    Files.copy(Path.of(CLEAN, "pod.yaml"), folder.resolve("pod.yaml"));
    Files.createDirectory(folder.resolve(".cache"));
    var run = Run.of("check", "--verbose", POLICIES, folder.toString());
    assertEquals(0, run.status());
    assertEquals("taffrail: did not look into `" + folder + "/.cache`\n", run.err());
  }

  @Test
  void aLinkThatLeadsNowhereIsAnError(@TempDir Path folder) throws IOException {
    Files.createSymbolicLink(folder.resolve("pod.yaml"), folder.resolve("gone.yaml"));
    var run = Run.of("check", POLICIES, folder.toString());
    assertEquals(3, run.status());
    assertTrue(
        run.out()
            .contains("pod.yaml:1:1  error[unreadable]  unreadable\n  the link leads nowhere\n"),
        run::out);
  }

  @Test
  void aFileGivenTwiceIsJudgedOnce() {
    assertEquals(
        Run.of("check", POLICIES, MANIFESTS).out(),
        Run.of("check", POLICIES, POLICIES + "/network.rail", MANIFESTS, MANIFESTS + "/pod.yaml")
            .out());
  }

  @Test
  void withoutObjectsTheUserIsWarned() {
    var run = Run.of("check", POLICIES, MIXED + "/values.yaml");
    assertEquals(0, run.status());
    assertEquals("0 objects, 2 policies: 0 violations, 0 errors; 1 document skipped\n", run.out());
    assertEquals(
        "taffrail: there is no Kubernetes object in " + MIXED + "/values.yaml\n", run.err());
  }

  @Test
  void parametersComeFromFilesAndTheCommandLineIsStronger() {
    var json = MIXED + "/pod.json";
    assertTrue(Run.of("check", POLICIES, json).out().contains("allowed-registries"));
    var file = Run.of("check", POLICIES, "--params", INPUTS + "params.yaml", json);
    assertFalse(file.out().contains("allowed-registries"), file::out);
    var both =
        Run.of(
            "check",
            POLICIES,
            "--params",
            INPUTS + "params.yaml",
            "--param",
            "registries=[quay.io]",
            json);
    assertTrue(both.out().contains("allowed-registries"), both::out);
  }

  @Test
  void parametersThatNoPolicyHasAreMistakes() {
    var run = Run.of("check", POLICIES, "--param", "registry=[quay.io]", MANIFESTS);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("E0107"), run::err);
    assertTrue(run.err().contains("registries"), run::err);
  }

  @Test
  void unknownKubernetesVersionsAreMistakes() {
    var run = Run.of("check", "--kubernetes", "v1.34.2", POLICIES, MANIFESTS);
    assertEquals(2, run.status());
    assertTrue(run.err().contains("did you mean `1.34`?"), run::err);
    var other = Run.of("check", "--kubernetes", "9.9", POLICIES, MANIFESTS);
    assertEquals(2, other.status());
    assertTrue(other.err().contains("versions: 1.31, "), other::err);
  }

  @ParameterizedTest
  @CsvSource({"json, {", "sarif, {", "junit, <?xml", "github, ::error file="})
  void otherFormatsGoToStandardOutput(String format, String start) {
    var run = Run.of("check", "--format", format, POLICIES, MANIFESTS);
    assertEquals(1, run.status());
    assertTrue(run.out().startsWith(start), run::out);
    assertEquals("", run.err());
  }

  @Test
  void aReportInAFileIsTheSameReport(@TempDir Path folder) throws IOException {
    var file = folder.resolve("report.json");
    Files.writeString(file, "old");
    var run = Run.of("check", "--format=json", "--output=" + file, POLICIES, MANIFESTS);
    assertEquals(new Run(1, "", ""), run);
    assertEquals(
        Run.of("check", "--format=json", POLICIES, MANIFESTS).out(), Files.readString(file));
    try (var files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void coloursNeedATerminalAndCanBeRefused() {
    var plain = Run.of("check", POLICIES, MANIFESTS).out();
    var coloured = Run.onTerminal(Map.of(), "check", POLICIES, MANIFESTS).out();
    assertEquals(plain, coloured.replaceAll("\u001b\\[[0-9]+m", ""));
    assertTrue(coloured.contains("\u001b["), coloured);
    for (var refused :
        List.of(
            Run.onTerminal(Map.of("NO_COLOR", "1"), "check", POLICIES, MANIFESTS),
            Run.onTerminal(Map.of("TERM", "dumb"), "check", POLICIES, MANIFESTS),
            Run.onTerminal(Map.of(), "check", "--no-color", POLICIES, MANIFESTS))) {
      assertEquals(plain, refused.out());
    }
  }

  private static void assertGolden(String name, Run run) {
    assertEquals("", run.err());
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("repl/src/test/resources/check/" + name + ".txt"), run.out());
  }

  @Test
  void howItStandsWithAFramework() {
    var run = Run.of("check", "--summary", "pss", MIXED);
    assertGolden("summary", run);
    var own = Run.of("check", "--summary=owasp", POLICIES, CLEAN);
    assertTrue(own.out().contains("no policy"), own::out);
    assertTrue(own.out().contains("10 controls: "), own::out);
    var json = Run.of("check", "--summary=owasp", "--format=json", POLICIES, CLEAN);
    assertTrue(json.out().contains("\"framework\": \"owasp\""), json::out);
  }

  @Test
  void aSummaryNeedsAFrameworkAndAFormatWithRoomForIt() {
    var unknown = Run.of("check", "--summary", "owsp", CLEAN);
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("did you mean `owasp`?"), unknown::err);
    var sarif = Run.of("check", "--summary", "cis", "--format", "sarif", CLEAN);
    assertEquals(2, sarif.status());
    assertTrue(sarif.err().contains("has no place for a summary"), sarif::err);
  }
}

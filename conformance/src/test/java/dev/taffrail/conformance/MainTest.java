package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  private static final Path TESTS = ProjectFolders.root().resolve("conformance/src/test");

  @TempDir Path folder;

  private record Run(int status, String out, String err) {}

  private Run run(String... arguments) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var all = new ArrayList<>(List.of("--output", folder.resolve("new/found.json").toString()));
    all.addAll(List.of(arguments));
    int status =
        Main.run(
            all,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private static String data(String name) {
    return TESTS.resolve("data").resolve(name).toString();
  }

  @Test
  void countsAndListsWhatDoesNotAgree() throws IOException {
    var run = run("--notes", data("notes.yaml"), data("mixed"));
    assertEquals(1, run.status);
    GoldenFiles.assertMatches(
        TESTS.resolve("golden/mixed.txt"), run.out + run.err.replace(data("notes.yaml"), "notes"));
    GoldenFiles.assertMatches(
        TESTS.resolve("golden/mixed.json"),
        Files.readString(folder.resolve("new/found.json")).replace(data("notes.yaml"), "notes"));
  }

  @Test
  void disagreementsWithoutReasonAndIdleNotesDecideTheStatus() throws IOException {
    assertEquals(0, run(data("agreeing")).status);
    assertEquals(1, run(data("mixed/kyverno")).status);
    var idle = folder.resolve("idle.yaml");
    Files.writeString(
        idle, "- {source: psa, check: privileged, reason: different scope, why: It was so.}\n");
    var run = run("--notes", idle.toString(), data("agreeing"));
    assertEquals(1, run.status);
    assertTrue(run.err.contains("idle.yaml:1:3: the note explains no disagreement"), run.err);
  }

  @Test
  void theFirstOfEachCheckAreASample() {
    var run = run("--first", "1", data("mixed/kyverno"));
    assertEquals(0, run.status);
    assertTrue(run.out.contains("1 of 1 compared cases agree"), run.out);
    assertEquals(1, run("--first", "1", data("mixed/psa")).status);
    assertEquals(2, run("--first", "0", data("agreeing")).status);
  }

  @Test
  void wrongUsageIsToldApart() {
    assertEquals(2, run().status);
    assertEquals(2, run("--fast").status);
    var nothing = run(folder.toString());
    assertEquals(2, nothing.status);
    assertTrue(nothing.err.contains("no cases.jsonl"), nothing.err);
    assertEquals(2, run("--notes", folder.resolve("none").toString(), data("mixed")).status);
    assertEquals(0, run("--help").status);
  }
}

package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestCommandTest {
  private static final String INPUTS = "src/test/resources/inputs/";

  @Test
  void whatFailsIsShownWithWhatCameOutInstead() {
    var run = Run.of("test", "--verbose", INPUTS + "tested");
    assertGolden("failures.txt", run.out());
    assertEquals("", run.err());
    assertEquals(3, run.status());
  }

  @Test
  void aTestThatFailsIsStatusOne() {
    var run = Run.of("test", "--filter", "WRONG", INPUTS + "tested");
    assertTrue(run.out().endsWith("1 test of 1 policy: 0 passed, 1 failed\n"), run::out);
    assertEquals(1, run.status());
  }

  @Test
  void testsThatPassAreOnlyCounted() {
    var run = Run.of("test", "--filter", "host port is", "--filter", "other", INPUTS + "tested");
    assertEquals(new Run(0, "2 tests of 1 policy: 2 passed\n", ""), run);
  }

  @Test
  void aFixtureWithAMisspeltKindDoesNotCompile() {
    var run = Run.of("test", INPUTS + "tested-broken");
    assertEquals(2, run.status());
    assertEquals("", run.out());
    assertTrue(run.err().contains("unknown kind `ClusterRolebinding`"), run::err);
    assertTrue(run.err().contains("did you mean `ClusterRoleBinding`?"), run::err);
    assertTrue(run.err().endsWith("taffrail: no test was run: 1 error\n"), run::err);
  }

  @Test
  void requestsAndOtherObjectsAreGivenToo() {
    var run = Run.of("test", "--verbose", INPUTS + "tested-requests");
    assertGolden("requests.txt", run.out());
    assertEquals(1, run.status());
  }

  @Test
  void noTestIsAMistake() {
    assertEquals(
        new Run(2, "", "taffrail: there is no test in " + INPUTS + "policies\n"),
        Run.of("test", INPUTS + "policies"));
    assertEquals(2, Run.of("test", "--filter", "nothing", INPUTS + "tested").status());
    assertEquals(2, Run.of("test").status());
    assertEquals(2, Run.of("test", "--format", "xml", INPUTS + "tested").status());
  }

  @Test
  void resultsForPrograms(@TempDir Path folder) throws IOException {
    assertGolden("results.json", Run.of("test", "--format", "json", INPUTS + "tested").out());
    Path file = folder.resolve("tests.xml");
    var run = Run.of("test", "--format=junit", "--output=" + file, INPUTS + "tested");
    assertEquals(new Run(3, "", ""), run);
    assertGolden("results.xml", Files.readString(file));
  }

  @Test
  void aTerminalShowsHowFarTheRunIs() {
    String[] words = {"test", "--filter", "other kinds", INPUTS + "tested"};
    assertEquals("\r1/1 tests\r\u001b[K", Run.onTerminal(Map.of(), words).err());
    assertEquals("", Run.of(words).err());
  }

  @Test
  void coverageNamesWhatNoTestHasSeen(@TempDir Path folder) throws IOException {
    assertGolden("coverage.txt", Run.of("test", "--coverage", INPUTS + "measured").out());
    for (String format : List.of("json", "lcov")) {
      Path file = folder.resolve("coverage." + format);
      String[] words = {"test", "--coverage-format", format, "--coverage-output", file.toString()};
      assertEquals(0, Run.of(with(words, INPUTS + "measured")).status());
      assertGolden("coverage." + format, Files.readString(file));
    }
  }

  @Test
  void resultsAndCoverageAreNotMixed() {
    var run = Run.of("test", "--coverage-format=lcov", INPUTS + "measured");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("would be mixed"), run::err);
  }

  @Test
  void changesThatNoTestNoticesAreListed() {
    var text = Run.of("test", "--mutate", INPUTS + "measured");
    assertGolden("mutants.txt", text.out());
    assertEquals(1, text.status());
    assertGolden(
        "mutants.json", Run.of("test", "--mutate", "--format=json", INPUTS + "measured").out());
    var junit = Run.of("test", "--mutate", "--format=junit", INPUTS + "measured");
    assertTrue(junit.err().startsWith("mutants: "), junit::err);
  }

  @Test
  void aChangeThatACommentAllowsIsListedWithItsReason() {
    var text = Run.of("test", "--mutate", INPUTS + "allowed");
    assertGolden("allowed.txt", text.out());
    assertEquals(0, text.status());
    assertGolden(
        "allowed.json", Run.of("test", "--mutate", "--format=json", INPUTS + "allowed").out());
  }

  @Test
  void theStandardLibraryComesWithItsTests() {
    var run = Run.of("test", "--filter=no-host-ports", "std.pss");
    assertEquals(new Run(0, "5 tests of 1 policy: 5 passed\n", ""), run);
  }

  @Test
  void nothingIsChangedWhileTestsFail() {
    var run = Run.of("test", "--mutate", INPUTS + "tested");
    assertTrue(run.err().contains("no policy was changed"), run::err);
    assertEquals(3, run.status());
  }

  private static String[] with(String[] words, String last) {
    var all = Arrays.copyOf(words, words.length + 1);
    all[words.length] = last;
    return all;
  }

  private static void assertGolden(String name, String actual) {
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("repl/src/test/resources/test/" + name), actual);
  }
}

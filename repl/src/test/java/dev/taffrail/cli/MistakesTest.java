package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the command says to those who call it wrongly: always status 2 and nothing on stdout. */
class MistakesTest {
  private static final List<List<String>> CALLS =
      List.of(
          List.of("chek", "x.yaml"),
          List.of("pom.xml"),
          List.of("frobnicate"),
          List.of("--quiet", "check"),
          List.of("check"),
          List.of("check", "src/test/resources/inputs/manifest"),
          List.of("check", "nowhere/x.yaml"),
          List.of("check", "-", "-"),
          List.of("check", "--fromat", "json", "pom.xml"),
          List.of("check", "--nonsense=1", "pom.xml"),
          List.of("check", "--format"),
          List.of("check", "--format", "jsn", "pom.xml"),
          List.of("check", "--format", "xml", "pom.xml"),
          List.of("check", "--format", "json", "--format", "sarif", "pom.xml"),
          List.of("check", "--fail-on", "hihg", "pom.xml"),
          List.of("check", "--output", "nowhere/report.json", "pom.xml"),
          List.of("check", "--output", "src", "pom.xml"),
          List.of("check", "--policies", "src/test/resources/inputs/polices", "pom.xml"),
          List.of("check", "--policies", "src/test/resources/inputs/manifests", "pom.xml"),
          List.of("check", "--policies", "pom.xml", "pom.xml"),
          List.of("check", "--policies", "pss.baselin", "pom.xml"),
          List.of("check", "--policies", "pss.baseline", "--policies", "pss.restricted", "pom.xml"),
          List.of("compile"),
          List.of("compile", "nowhere.rail"),
          List.of("explain", "E0999"),
          List.of("explain", "everything"),
          List.of("explain", "E0101", "E0102"),
          List.of("help", "explian"),
          List.of("version", "1"));

  @Test
  void everyMistakeIsExplained() {
    var text = new StringBuilder();
    for (List<String> call : CALLS) {
      var run = Run.of(call.toArray(String[]::new));
      assertEquals(2, run.status(), () -> call + "\n" + run.err());
      assertEquals("", run.out(), call::toString);
      text.append("$ taffrail ").append(String.join(" ", call)).append('\n');
      text.append(run.err()).append('\n');
    }
    // The working folder of the test, as it appears in absolute paths.
    var here = ProjectFolders.root().resolve("repl").toString().replace('\\', '/');
    GoldenFiles.assertMatches(
        ProjectFolders.root().resolve("repl/src/test/resources/mistakes.txt"),
        text.toString().replace(here, "HERE"));
  }

  @Test
  void withoutCommandTheHelpIsShown() {
    assertEquals(new Run(2, "", Run.of("--help").out()), Run.of());
  }
}

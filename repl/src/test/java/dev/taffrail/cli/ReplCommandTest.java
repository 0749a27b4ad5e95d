package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session as a command of the shell: what it reads, prints and tells. */
class ReplCommandTest {
  private static final String SHOP =
      ProjectFolders.root().resolve("examples/shop/cart.yaml").toString();
  private static final String POLICIES =
      ProjectFolders.root().resolve("examples/policies/company.rail").toString();

  @Test
  void anExpressionIsPrintedWithItsType() {
    assertEquals(new Run(0, "3 : Int\n", ""), Run.withInput("1 + 2\n", "repl"));
    assertEquals(new Run(0, "3 : Int\n", ""), Run.of("repl", "--eval", "1 + 2"));
  }

  @Test
  void anInputGoesOnWhileABracketIsOpen() {
    assertEquals("3 : Int\n", Run.withInput("(1 +\n\n2)\n", "repl").out());
  }

  @Test
  void objectsAreReadFromFilesAndFromStandardInput() {
    String asked = "cluster(Deployment).size";
    assertEquals("1 : Int\n", Run.of("repl", SHOP, "--eval", asked).out());
    String pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\n";
    assertEquals("1 : Int\n", Run.withInput(pod, "repl", "-", "--eval", "cluster(Pod).size").out());
  }

  @Test
  void programsGetALineOfJsonForEachInput() {
    var run = Run.of("repl", "--json", SHOP, "--eval", "1 + 2", "--eval", "x = \"a\"");
    assertEquals(
        """
        {"input":"1 + 2","kind":"value","expression":"1 + 2","type":"Int","value":3,"text":"3","default":false}
        {"input":"x = \\"a\\"","kind":"defined","declared":["let `x`"]}
        """,
        run.out());
  }

  @Test
  void externalFunctionsHaveTheAnswersOfTheEvidence(@TempDir Path folder) throws IOException {
    Path evidence = folder.resolve("evidence.yaml");
    Files.writeString(
        evidence,
        """
        asOf: 2026-11-24T10:00:00Z
        answers:
        - function: repl/score
          arguments: {image: "a"}
          answer: 7
        """);
    var asked =
        List.of(
            "--eval",
            "external fn score(image: String) -> Int from provider \"scanner\"",
            "--eval",
            "score(\"a\")",
            "--eval",
            "score(\"b\")");
    var words = new ArrayList<>(List.of("repl", "--evidence", evidence.toString()));
    words.addAll(asked);
    var run = Run.of(words.toArray(String[]::new));
    assertTrue(run.out().contains("7 : Int\n"), run.out());
    assertTrue(run.out().contains("none is recorded"), run.out());
    var without = new ArrayList<>(List.of("repl"));
    without.addAll(asked);
    assertTrue(
        Run.of(without.toArray(String[]::new)).out().contains("no provider `scanner` is bound"));
  }

  @Test
  void whatIsLoadedMayBeNamedByOptions() {
    assertEquals(
        "1 : Int\n",
        Run.of("repl", "--load", POLICIES, "--objects", SHOP, "--eval", "cluster(Deployment).size")
            .out());
  }

  @Test
  void theStatusTellsTheWorst() {
    assertEquals(0, Run.of("repl", "--eval", "require 1 < 2").status());
    assertEquals(1, Run.of("repl", "--eval", "require 1 > 2", "--eval", "1").status());
    assertEquals(2, Run.of("repl", "--eval", "require 1 > 2", "--eval", "1 +").status());
    assertEquals(3, Run.of("repl", "--eval", "1 / 0", "--eval", "nothing").status());
    assertEquals(
        1,
        Run.of(
                "repl",
                POLICIES,
                "std.pss",
                SHOP,
                "--param",
                "level=restricted",
                "--eval",
                ":run all")
            .status());
  }

  @Test
  void whatCannotBeLoadedIsWrongUsage() {
    var run = Run.of("repl", "nowhere/", "--eval", "1");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("there is no file or folder `nowhere/`"), run.err());
    assertEquals(2, Run.of("repl", "-").status());
  }

  @Test
  void quitEndsTheInput() {
    assertEquals("1 : Int\n", Run.withInput("1\n:quit\n2\n", "repl").out());
  }

  private static final String SECRET =
      """
      apiVersion: v1
      kind: Secret
      metadata:
        name: pw
        annotations:
          kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"token":"hunter2"}}'
      stringData: {token: hunter2}
      data: {token: aHVudGVyMg==}
      """;

  @Test
  void noAnswerHoldsWhatASecretHolds() {
    for (String asked :
        List.of(
            "cluster(Secret)",
            "object(Secret, \"default\", \"pw\")",
            "objectOf(\"v1\", \"Secret\", \"default\", \"pw\")",
            "objectOf(\"v1\", \"Secret\", \"default\", \"pw\").data.token",
            "map s in cluster(Secret), let m = s.metadata where m is set { m }",
            "{ a: cluster(Secret) }")) {
      for (String[] command :
          List.of(
              new String[] {"repl", "-", "--eval", asked},
              new String[] {"repl", "--json", "-", "--eval", asked})) {
        String out = Run.withInput(SECRET, command).out();
        assertTrue(out.contains("Secret") || out.contains("secret"), out);
        assertFalse(out.contains("hunter2") || out.contains("aHVudGVyMg"), out);
      }
    }
  }
}

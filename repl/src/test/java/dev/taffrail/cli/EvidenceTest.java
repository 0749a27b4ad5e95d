package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recorded answers of external functions, and the time of a run, in {@code taffrail check}. */
class EvidenceTest {
  private static final String EVIDENCE =
      """
      asOf: 2026-06-01T00:00:00Z
      answers:
      - function: acme/owner
        arguments: {team: shop}
        answer: shop@acme.io
      """;

  @TempDir private Path folder;

  @BeforeEach
  void writeInputs() throws IOException {
    Files.writeString(
        folder.resolve("owner.rail"),
        """
        module acme version "1.0.0"
        external fn owner(team: String) -> String? from provider "directory"
        policy Owned {
          target ns: Namespace
          require asOf < 2026-07-01T00:00Z
          require owner(ns.metadata.labels["team"]!) is set
        }
        """);
    Files.writeString(
        folder.resolve("ns.yaml"),
        """
        apiVersion: v1
        kind: Namespace
        metadata: {name: shop, labels: {team: shop}}
        """);
  }

  private Run check(String... options) {
    var arguments = new ArrayList<>(List.of("check", "--policies", folder + "/owner.rail"));
    arguments.addAll(List.of(options));
    arguments.add(folder + "/ns.yaml");
    return Run.of(arguments.toArray(String[]::new));
  }

  private String evidence(String text) throws IOException {
    return Files.writeString(folder.resolve("evidence.yaml"), text).toString();
  }

  @Test
  void withoutAnswersThePolicyIsNotJudged() {
    Run run = check();
    assertTrue(run.out().contains("acme/owned asks directory, and nobody answers"), run::out);
    assertTrue(run.out().contains("--evidence FILE"), run::out);
    assertEquals(0, run.status());
    assertEquals(3, check("--strict").status());
  }

  @Test
  void recordedAnswersJudgeAtTheirTime() throws IOException {
    String file = evidence(EVIDENCE);
    assertEquals(0, check("--evidence", file).status());
    assertEquals(1, check("--evidence", file, "--date", "2026-07-01").status());
  }

  @Test
  void aMissingAnswerIsAnError() throws IOException {
    Run run = check("--evidence", evidence("answers: []\n"), "--date", "2026-06-01");
    assertEquals(3, run.status());
    assertTrue(run.out().contains("no answer to `owner(\"shop\")`: none is recorded"), run::out);
  }

  @Test
  void evidenceThatIsNoneIsRefusedWithItsPlace() throws IOException {
    Run run = check("--evidence", evidence("answer: []\n"));
    assertEquals(2, run.status());
    assertTrue(
        run.err().contains("evidence.yaml:1:9: evidence has no key `answer`; keys: answers, asOf"),
        run::err);
  }
}

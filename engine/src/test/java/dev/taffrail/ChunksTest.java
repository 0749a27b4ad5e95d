package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.finding.Finding;
import dev.taffrail.finding.Outcome;
import dev.taffrail.object.KubernetesObject;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Many small facts about expressions: every line of a file in {@code chunks} must be true.
 *
 * <p>Declarations stand above a line {@code ---}. A line may end in {@code ### text}: then it must
 * give an error outcome that contains the text. The name {@code pod} is the object of {@code
 * pod.yaml}, a Pod.
 */
class ChunksTest {
  private static final Path CHUNKS = ProjectFolders.root().resolve("engine/src/test/chunks");

  private static final PolicyEngine ENGINE = PolicyEngine.builder().kubernetes("1.34").build();

  @TestFactory
  Stream<DynamicTest> chunks() throws IOException {
    try (var files = Files.list(CHUNKS)) {
      return files
          .filter(p -> p.toString().endsWith(".rail"))
          .sorted()
          .map(p -> dynamicTest(p.getFileName().toString(), () -> run(p)))
          .toList()
          .stream();
    }
  }

  private record Line(int number, String expression, String error) {}

  private static void run(Path file) throws IOException {
    String text = "\n" + Files.readString(file);
    int split = text.indexOf("\n---\n");
    String declarations = split < 0 ? "" : text.substring(0, split);
    List<Line> lines = lines(text, split < 0 ? 0 : split + 5);
    var failures = new ArrayList<String>();
    var source = new StringBuilder(declarations).append("\n");
    for (Line line : lines) {
      source
          .append("policy L%d { target pod: Pod only\n  ".formatted(line.number()))
          .append("require ")
          .append(line.expression())
          .append("\n}\n");
    }
    var policies =
        ENGINE
            .compile(List.of(SourceFile.of(file.getFileName().toString(), source.toString())))
            .orThrow();
    var findings = ENGINE.evaluate(policies, object()).findings();
    for (Line line : lines) {
      var own =
          findings.stream().filter(f -> f.policy().equals("local/l" + line.number())).toList();
      verdict(line, own).ifPresent(failures::add);
    }
    assertEquals(List.of(), failures);
  }

  private static java.util.Optional<String> verdict(Line line, List<Finding> findings) {
    String where = "line %d: %s".formatted(line.number(), line.expression());
    if (line.error().isEmpty()) {
      return findings.stream()
          .findFirst()
          .map(
              f ->
                  where
                      + " -> "
                      + f.outcome().word()
                      + ": "
                      + f.message()
                      + " ("
                      + f.expected()
                      + ")");
    }
    boolean expected =
        findings.stream()
            .anyMatch(f -> f.outcome() == Outcome.ERROR && f.message().contains(line.error()));
    return expected
        ? java.util.Optional.empty()
        : java.util.Optional.of(where + " -> no error `" + line.error() + "` but " + findings);
  }

  private static List<Line> lines(String text, int from) {
    int number = (int) text.substring(0, from).lines().count() - 1;
    var lines = new ArrayList<Line>();
    for (String line : text.substring(from).lines().toList()) {
      number++;
      if (!line.isBlank() && !line.startsWith("//")) {
        String[] parts = line.split("###", 2);
        lines.add(new Line(number, parts[0].strip(), parts.length == 2 ? parts[1].strip() : ""));
      }
    }
    return lines;
  }

  private static KubernetesObject object() throws IOException {
    Path pod = CHUNKS.resolve("pod.yaml");
    return new ManifestReader()
        .read(SourceFile.of("pod.yaml", Files.readString(pod)))
        .objects()
        .get(0);
  }
}

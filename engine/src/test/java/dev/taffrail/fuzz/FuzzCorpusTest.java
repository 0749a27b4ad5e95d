package dev.taffrail.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every input of the corpus goes through its target, as does each that once made it fail. */
class FuzzCorpusTest {
  private static final Path CORPUS = ProjectFolders.root().resolve("engine/src/test/fuzz");

  @TestFactory
  Stream<DynamicTest> corpus() {
    return FuzzTargets.ALL.keySet().stream()
        .flatMap(
            target ->
                inputs(target).stream()
                    .map(
                        file ->
                            dynamicTest(
                                target + "/" + file.getFileName(),
                                () ->
                                    FuzzTargets.ALL.get(target).accept(Files.readAllBytes(file)))));
  }

  @Test
  void everyTargetHasACorpus() {
    for (String target : FuzzTargets.ALL.keySet()) {
      assertTrue(!inputs(target).isEmpty(), target);
    }
  }

  @Test
  void repeatedInputsHaveTheSizeThatTheLimitIsAbout() {
    assertEquals(
        "aba",
        new String(
            FuzzInput.repeated("ab".getBytes(java.nio.charset.StandardCharsets.UTF_8)), 0, 3));
    assertEquals(102_400, FuzzInput.repeated(new byte[7]).length);
    assertEquals(200_000, FuzzInput.repeated(new byte[200_000]).length);
  }

  private static List<Path> inputs(String target) {
    try (Stream<Path> files = Files.list(CORPUS.resolve(target))) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new java.io.UncheckedIOException(unreadable);
    }
  }
}

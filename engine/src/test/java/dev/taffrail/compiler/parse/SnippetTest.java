package dev.taffrail.compiler.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Parses each {@code .rail} file of the snippets and compares the syntax tree with the {@code .ast}
 * file beside it, or, if there are diagnostics, those with the {@code .err} file.
 */
class SnippetTest {
  private static final Path FOLDER =
      ProjectFolders.root().resolve("engine/src/test/snippets/parse");

  static List<String> snippets() throws IOException {
    return files(".rail");
  }

  private static List<String> files(String end) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(end))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("snippets")
  void parsesAsApproved(String snippet) throws IOException {
    var diagnostics = new DiagnosticCollector();
    // Java would turn line ends of a checkout only if Git did; positions must not depend on that
    var text = Files.readString(FOLDER.resolve(snippet)).replace("\r\n", "\n");
    var file = new PolicyParser().parse(SourceFile.of(snippet, text), diagnostics);

    var found = diagnostics.inSourceOrder();
    if (found.isEmpty()) {
      GoldenFiles.assertMatches(beside(snippet, ".ast"), AstDump.of(file));
    } else {
      GoldenFiles.assertMatches(beside(snippet, ".err"), DiagnosticRenderer.plain().render(found));
    }
    assertFalse(
        Files.exists(beside(snippet, found.isEmpty() ? ".err" : ".ast")),
        "a snippet has a tree or errors, not both");
  }

  private static Path beside(String snippet, String end) {
    return FOLDER.resolve(snippet.replaceFirst("\\.rail$", end));
  }

  @Test
  void everyGoldenFileHasASnippet() throws IOException {
    var orphans =
        Stream.of(".ast", ".err")
            .flatMap(
                end -> {
                  try {
                    return files(end).stream()
                        .filter(name -> !Files.exists(FOLDER.resolve(name.replace(end, ".rail"))));
                  } catch (IOException problem) {
                    throw new java.io.UncheckedIOException(problem);
                  }
                })
            .toList();
    assertEquals(List.of(), orphans);
  }
}

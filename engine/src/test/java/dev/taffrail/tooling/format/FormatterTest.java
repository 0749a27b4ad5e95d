package dev.taffrail.tooling.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.compiler.parse.SyntaxNode;
import dev.taffrail.compiler.parse.SyntaxTree;
import dev.taffrail.diagnostic.DiagnosticCollector;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.MarkdownFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Formatting changes neither meaning nor comments, and formatting again changes nothing; on every
 * policy file of the project, and on each with other white space and comments everywhere.
 */
class FormatterTest {
  private static final int VARIANTS = 6;
  private static final Path ROOT = ProjectFolders.root();

  @TestFactory
  Stream<DynamicTest> everyPolicyFile() throws IOException {
    return files().stream()
        .map(
            file ->
                dynamicTest(
                    ROOT.relativize(file).toString(), () -> holdsFor(Files.readString(file))));
  }

  @TestFactory
  Stream<DynamicTest> golden() throws IOException {
    return railFiles(ROOT.resolve("engine/src/test/snippets/format")).stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () ->
                        GoldenFiles.assertMatches(
                            file.resolveSibling(file.getFileName() + ".formatted"),
                            formatted(Files.readString(file)))));
  }

  /** The project's own policies; the fixtures of tests are written as they need to be. */
  @TestFactory
  Stream<DynamicTest> ourPoliciesAreFormatted() throws IOException {
    var all = new ArrayList<>(railFiles(ROOT.resolve("stdlib/src/main")));
    all.addAll(railFiles(ROOT.resolve("examples")));
    return all.stream()
        .map(
            file ->
                dynamicTest(
                    ROOT.relativize(file).toString(),
                    () -> {
                      String text = Files.readString(file);
                      assertEquals(formatted(text), text, "run ./taffrail fmt stdlib examples");
                    }));
  }

  /** Blocks that cannot be read show mistakes of syntax; rewritten with {@code -Dgolden=update}. */
  @TestFactory
  Stream<DynamicTest> policiesInDocumentsAreFormatted() throws IOException {
    return documents().stream()
        .map(
            file ->
                dynamicTest(
                    ROOT.relativize(file).toString(),
                    () -> {
                      var document = MarkdownFile.of(file);
                      for (MarkdownFile.Block block : document.blocks()) {
                        if (isPolicyFile(block)) {
                          assertFormatted(document, block);
                        }
                      }
                    }));
  }

  private static List<Path> documents() throws IOException {
    var all = new ArrayList<>(List.of(ROOT.resolve("README.md")));
    try (var files = Files.walk(ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    return all;
  }

  private static boolean isPolicyFile(MarkdownFile.Block block) {
    return block.info().matches("rail( (error|warning|parameters|[EW]\\d+|\\S+\\.rail).*)?")
        && tree(block.text()).isPresent();
  }

  private static void assertFormatted(MarkdownFile document, MarkdownFile.Block block) {
    String formatted = formatted(block.text());
    if (GoldenFiles.isUpdating() && !formatted.equals(block.text())) {
      document.replace(block, formatted);
    } else {
      assertEquals(formatted, block.text(), "line " + block.line());
    }
  }

  @Test
  void mistakesAreReportedAndNothingIsFormatted() {
    var mistakes = new DiagnosticCollector();
    assertTrue(Formatter.format(source("policy {"), mistakes).isEmpty());
    assertTrue(mistakes.hasErrors());
  }

  @Test
  void anEmptyFileStaysEmpty() {
    assertEquals("", formatted("\n\n"));
    assertEquals("// only this\n", formatted("\n// only this  "));
  }

  @Test
  void linesEndInOneWay() {
    assertEquals("let a = 1\nlet b = 2\n", formatted("let a = 1\r\nlet b  =  2\r\n"));
  }

  private static List<Path> files() throws IOException {
    var all = new ArrayList<Path>();
    for (String folder : List.of("stdlib/src", "examples", "engine/src/test", "repl/src/test")) {
      all.addAll(railFiles(ROOT.resolve(folder)));
    }
    all.addAll(railFiles(ROOT.resolve("../shared/design/policies")));
    return all.stream().filter(FormatterTest::isReadable).toList();
  }

  private static List<Path> railFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(".rail")).sorted().toList();
    }
  }

  private static boolean isReadable(Path file) {
    try {
      return tree(Files.readString(file)).isPresent();
    } catch (IOException problem) {
      return false;
    }
  }

  private static void holdsFor(String text) {
    Reformatting.keepsEverything(text);
    var random = new Random(text.length());
    for (int i = 0; i < VARIANTS; i++) {
      Reformatting.keepsEverything(
          Reformatting.variant(tree(text).orElseThrow(), random, i % 2 == 0));
    }
  }

  private static String formatted(String text) {
    return Formatter.format(source(text), mistake -> {}).orElseThrow();
  }

  static Optional<SyntaxNode.Branch> tree(String text) {
    return Formatter.read(source(text), mistake -> {});
  }

  /** Holes as they are written, but for white space. */
  static List<String> texts(String text) {
    return Pieces.leaves(SyntaxTree.read(source(text), mistake -> {}).orElseThrow()).stream()
        .filter(leaf -> leaf.type().equals("TEXT"))
        .map(leaf -> leaf.text().replaceAll("\\s", "").replaceAll(",(?=[\\]})])", ""))
        .toList();
  }

  private static SourceFile source(String text) {
    return SourceFile.of("test.rail", text);
  }
}

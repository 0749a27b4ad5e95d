package dev.taffrail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each file of {@code snippets/check}, text or document, with its messages, word for word. */
class DiagnosticSnippetsTest {
  private static final Path SNIPPETS = ProjectFolders.root().resolve("engine/src/test/snippets");

  private static final Pattern CODE = Pattern.compile("\\[([EW]\\d{4})]");

  /** Codes of later features, and those that one short file cannot bring about; cases have them. */
  private static final Set<DiagnosticCode> WITHOUT_SNIPPET =
      Set.of(
          DiagnosticCode.E0007,
          DiagnosticCode.E0107,
          DiagnosticCode.E0117,
          DiagnosticCode.E0126,
          DiagnosticCode.E0207);

  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().kubernetes("1.34").importing(FilesIn.folder(SNIPPETS)).build();

  @TestFactory
  Stream<DynamicTest> messages() {
    return Stream.of(".rail", ".yaml")
        .flatMap(ending -> files("check", ending).stream())
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> compare(file, ENGINE.diagnose(List.of(source(file)), List.of()))));
  }

  @TestFactory
  Stream<DynamicTest> messagesOfLint() {
    return files("lint", ".rail").stream()
        .map(
            file ->
                dynamicTest(
                    file.getFileName().toString(),
                    () -> compare(file, ENGINE.lint(List.of(source(file)), List.of()))));
  }

  private static SourceFile source(Path file) throws IOException {
    return SourceFile.of(file.getFileName().toString(), Files.readString(file));
  }

  private static void compare(Path file, List<Diagnostic> found) throws IOException {
    String name = file.getFileName().toString();
    String rendered = DiagnosticRenderer.plain().render(found);
    GoldenFiles.assertMatches(
        file.resolveSibling(name.replaceAll("\\.(rail|yaml)$", ".err")),
        rendered.isEmpty() ? "no message\n" : rendered);
  }

  @Test
  void everyCodeHasASnippet() throws IOException {
    org.junit.jupiter.api.Assumptions.assumeFalse(
        GoldenFiles.isUpdating(), "golden files are being written");
    var seen = new TreeSet<String>();
    for (String folder : List.of("check", "lint", "parse")) {
      for (Path golden : files(folder, ".err")) {
        var matcher = CODE.matcher(Files.readString(golden));
        while (matcher.find()) {
          seen.add(matcher.group(1));
        }
      }
    }
    var missing = new TreeSet<String>();
    for (DiagnosticCode code : DiagnosticCode.values()) {
      if (!WITHOUT_SNIPPET.contains(code) && !seen.contains(code.name())) {
        missing.add(code.name());
      }
    }
    assertEquals(Set.of(), missing, "codes without a snippet");
  }

  private static List<Path> files(String folder, String ending) {
    Path path = SNIPPETS.resolve(folder);
    if (!Files.isDirectory(path)) {
      return List.of();
    }
    try (var all = Files.walk(path)) {
      return all.filter(p -> p.toString().endsWith(ending)).sorted().toList();
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}

package dev.taffrail;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.diagnostic.DiagnosticRenderer;
import dev.taffrail.object.ManifestReader;
import dev.taffrail.report.TextOptions;
import dev.taffrail.report.TextReport;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Policies on objects: each folder of {@code cases} holds {@code *.rail}, documents in {@code
 * governance*.yaml}, manifests, and the report they must give.
 */
class CasesTest {
  private static final Path CASES = ProjectFolders.root().resolve("engine/src/test/cases");

  /** The day of all runs, for waivers. */
  private static final LocalDate DAY = LocalDate.of(2026, 7, 1);

  @TestFactory
  Stream<DynamicTest> cases() throws IOException {
    try (var folders = Files.list(CASES)) {
      return folders
          .filter(Files::isDirectory)
          .sorted()
          .map(p -> dynamicTest(p.getFileName().toString(), () -> compare(p)))
          .toList()
          .stream();
    }
  }

  private static void compare(Path folder) throws IOException {
    GoldenFiles.assertMatches(folder.resolve("expected.txt"), report(folder));
  }

  private static String report(Path folder) throws IOException {
    var engine =
        PolicyEngine.builder().kubernetes("1.34").importing(FilesIn.folder(folder)).build();
    var policies = new ArrayList<SourceFile>();
    var manifests = new ArrayList<dev.taffrail.object.Manifest>();
    for (Path file : sorted(folder)) {
      String name = file.getFileName().toString();
      if (name.endsWith(".rail") || name.startsWith("governance")) {
        policies.add(SourceFile.of(name, Files.readString(file)));
      } else if (name.endsWith(".yaml") || name.endsWith(".json")) {
        manifests.add(new ManifestReader().read(SourceFile.of(name, Files.readString(file))));
      }
    }
    return switch (engine.compile(policies)) {
      case Compilation.Rejected rejected ->
          DiagnosticRenderer.plain().render(rejected.diagnostics());
      case Compilation.Compiled compiled -> {
        var out = new StringWriter();
        new TextReport(TextOptions.PLAIN)
            .write(engine.scan(compiled.policies().asOf(DAY), manifests), out);
        yield out.toString();
      }
    };
  }

  private static List<Path> sorted(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }
}

package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.TestCompilation;
import dev.taffrail.TestProgram;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import dev.taffrail.tooling.doc.Documentation;
import dev.taffrail.tooling.doc.Fixtures;
import dev.taffrail.tooling.doc.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The folder {@code docs/policies} is what the library says; {@code -Dgolden=update} writes it. */
class PolicyPagesTest {
  private static final Path FOLDER = ProjectFolders.root().resolve("docs/policies");

  private static Map<String, String> pages = Map.of();

  @BeforeAll
  static void make() {
    var engine =
        PolicyEngine.builder()
            .library(StandardLibrary.modules(), StandardLibrary::filesWithTests)
            .build();
    var compiled = engine.compileTests(List.of(), StandardLibrary.modules());
    if (!(compiled instanceof TestCompilation.Compiled found)) {
      throw new IllegalStateException(compiled.toString());
    }
    pages = pages(found.program());
  }

  private static Map<String, String> pages(TestProgram program) {
    var all = new LinkedHashMap<String, String>();
    for (Page page : Documentation.of(program, new Beside())) {
      all.put(page.path(), page.markdown());
    }
    all.putAll(new LibraryIndex(program.policies()).pages());
    return all;
  }

  @Test
  void thePagesAreUpToDate() throws IOException {
    if (GoldenFiles.isUpdating()) {
      for (String gone : written()) {
        if (!pages.containsKey(gone)) {
          Files.delete(FOLDER.resolve(gone));
        }
      }
    }
    pages.forEach((path, text) -> GoldenFiles.assertMatches(FOLDER.resolve(path), text));
    assertEquals(new TreeSet<>(pages.keySet()), written());
  }

  @Test
  void everyPolicyHasAPageWithItsId() {
    for (String module : StandardLibrary.modules()) {
      for (String policy : StandardLibrary.policies(module)) {
        String page = pages.getOrDefault(module + "/" + policy + ".md", "");
        assertTrue(page.contains("`" + module + "/" + policy + "`"), module + "/" + policy);
      }
    }
  }

  @Test
  void everyPageTellsWhyAndWhatToDoAndShowsBoth() {
    var lacking = new ArrayList<String>();
    for (String module : StandardLibrary.modules()) {
      for (String policy : StandardLibrary.policies(module)) {
        String page = pages.getOrDefault(module + "/" + policy + ".md", "");
        for (String heading :
            List.of("Why", "What to do", "A manifest that passes", "A manifest that fails")) {
          if (!page.contains("## " + heading + "\n")) {
            lacking.add(module + "/" + policy + ": " + heading);
          }
        }
      }
    }
    assertEquals(List.of(), lacking);
  }

  private static TreeSet<String> written() throws IOException {
    if (!Files.isDirectory(FOLDER)) {
      return new TreeSet<>();
    }
    try (var files = Files.walk(FOLDER)) {
      var names = new TreeSet<String>();
      files
          .filter(Files::isRegularFile)
          .forEach(f -> names.add(FOLDER.relativize(f).toString().replace('\\', '/')));
      return names;
    }
  }

  /** The fixtures of policies; the shortest shows the most. */
  private static final class Beside implements Fixtures {
    @Override
    public Optional<SourceFile> passing(SourceFile policy) {
      return shortest(folder(policy).passing());
    }

    @Override
    public Optional<SourceFile> failing(SourceFile policy) {
      return shortest(folder(policy).failing());
    }

    private static PolicyFolder folder(SourceFile policy) {
      return new PolicyFolder(PolicyFolder.POLICIES.resolve(policy.name()).getParent());
    }

    private static Optional<SourceFile> shortest(List<PolicyFolder.Fixture> fixtures) {
      return fixtures.stream()
          .map(PolicyFolder.Fixture::source)
          .min(
              Comparator.comparingInt((SourceFile file) -> file.text().length())
                  .thenComparing(SourceFile::name));
    }
  }
}

package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.taffrail.Compilation;
import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every policy of the library is complete: documented, with metadata, and with fixtures. */
class PolicyFolderTest {
  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.files()).build();

  private static final Compilation COMPILATION =
      ENGINE.compile(List.of(), StandardLibrary.modules(), List.of());

  private static Map<String, PolicyInfo> policies() {
    return COMPILATION.orThrow().policies().stream()
        .collect(
            Collectors.toMap(
                policy -> policy.id().substring(policy.id().lastIndexOf('/') + 1),
                Function.identity()));
  }

  @Test
  void theLibraryCompilesWithoutWarnings() {
    assertEquals(List.of(), COMPILATION.diagnostics());
  }

  @Test
  void everyPolicyHasAFolderOfItsName() {
    assertEquals(
        new TreeSet<>(policies().keySet()),
        PolicyFolder.all().stream()
            .map(PolicyFolder::name)
            .collect(Collectors.toCollection(TreeSet::new)));
    for (Path text : PolicyFolder.texts()) {
      String folder = text.getParent().getFileName().toString();
      String file = text.getFileName().toString();
      assertTrue(file.equals(PolicyFolder.SHARED) || file.equals(folder + ".rail"), text::toString);
    }
  }

  @Test
  void everyFileLiesInTheFolderOfItsModule() {
    for (String module : StandardLibrary.modules()) {
      var files = StandardLibrary.files(module);
      assertFalse(files.isEmpty(), module);
      for (SourceFile file : files) {
        assertTrue(file.text().contains("\nmodule " + module + " version \""), file::name);
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyFolderIsComplete() {
    return PolicyFolder.all().stream()
        .map(folder -> dynamicTest(folder.name(), () -> assertComplete(folder)));
  }

  private static void assertComplete(PolicyFolder folder) {
    var policy = policies().get(folder.name());
    assertAll(
        () -> assertTrue(folder.passing().size() >= 2, "at least two fixtures that pass"),
        () -> assertTrue(folder.failing().size() >= 2, "at least two fixtures that fail"),
        () -> assertFalse(policy.title().isEmpty(), "a title"),
        () -> assertTrue(policy.description().length() > 200, "a doc comment that explains"),
        () -> assertFalse(policy.remediation().isEmpty(), "a remediation"),
        () -> assertFalse(policy.remediation().endsWith("."), "a remediation is a clause"),
        () -> assertFalse(policy.controls().isEmpty(), "controls"),
        () -> assertFalse(policy.references().isEmpty(), "references"),
        () -> assertFalse(policy.tags().isEmpty(), "tags"),
        () -> assertEquals(List.of(), strangers(folder), "files that no test reads"));
  }

  /**
   * A fixture with another ending, or an expectation without its fixture, would never be noticed.
   */
  private static List<Path> strangers(PolicyFolder folder) throws IOException {
    try (var files = Files.walk(folder.path())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.equals(folder.text()) && !file.endsWith(PolicyFolder.TESTS))
          .filter(file -> !folder.passing().contains(new PolicyFolder.Fixture(file)))
          .filter(file -> !folder.failing().contains(new PolicyFolder.Fixture(file)))
          .filter(
              file ->
                  folder.failing().stream().noneMatch(fixture -> fixture.expected().equals(file)))
          .toList();
    }
  }
}

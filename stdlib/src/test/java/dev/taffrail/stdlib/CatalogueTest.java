package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.PolicyEngine;
import dev.taffrail.PolicyInfo;
import dev.taffrail.finding.Control;
import dev.taffrail.finding.Framework;
import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The library and its catalogue agree: {@code stdlib/catalogue.csv} lists every control there is or
 * will be, with its tier, its numbers in frameworks, and whether it is implemented.
 */
class CatalogueTest {
  private static final Path FILE = ProjectFolders.root().resolve("stdlib/catalogue.csv");

  private static final PolicyEngine ENGINE =
      PolicyEngine.builder().library(StandardLibrary.modules(), StandardLibrary::files).build();

  private static final Map<String, PolicyInfo> POLICIES =
      ENGINE.compile(List.of(), StandardLibrary.modules(), List.of()).orThrow().policies().stream()
          .collect(Collectors.toMap(CatalogueTest::name, p -> p, (a, b) -> a, TreeMap::new));

  private record Row(
      String id, String group, String tier, String severity, Set<String> cis, Set<String> owasp) {}

  @Test
  void theCatalogueSaysWhatIsImplemented() {
    // These two controls are whole profiles.
    var profiles = Set.of("pss-baseline-profile", "pss-restricted-profile");
    var lines = new StringBuilder();
    for (String line : lines()) {
      String id = line.substring(0, line.indexOf(','));
      boolean implemented = POLICIES.containsKey(id) || profiles.contains(id);
      lines.append(line, 0, line.lastIndexOf(',') + 1);
      lines.append(id.equals("id") ? "implemented" : implemented ? "yes" : "no").append('\n');
    }
    GoldenFiles.assertMatches(FILE, lines.toString());
  }

  @Test
  void everyPolicyIsInTheCatalogue() {
    var unknown = new ArrayList<>(POLICIES.keySet());
    unknown.removeAll(rows().keySet());
    assertEquals(List.of(), unknown);
  }

  /** What reports say of a control in a framework is what the catalogue says. */
  @Test
  void numbersInFrameworksAreThoseOfTheCatalogue() {
    var wrong = new ArrayList<String>();
    POLICIES.forEach(
        (id, policy) -> {
          Row row = rows().get(id);
          compare(id, "cis", row.cis(), policy, wrong);
          compare(id, "owasp", row.owasp(), policy, wrong);
        });
    assertEquals(List.of(), wrong);
  }

  private static void compare(
      String id, String framework, Set<String> expected, PolicyInfo policy, List<String> wrong) {
    var given =
        policy.controls().stream()
            .filter(c -> c.framework().equals(framework))
            .map(Control::id)
            .collect(Collectors.toSet());
    if (!given.equals(expected)) {
      wrong.add("%s: %s is %s, the catalogue has %s".formatted(id, framework, given, expected));
    }
  }

  /** Numbers that policies name are in the file of their framework. */
  @Test
  void numbersInFrameworksExist() {
    for (PolicyInfo policy : POLICIES.values()) {
      for (Control control : policy.controls()) {
        var framework = Framework.find(control.framework());
        assertTrue(
            framework.isPresent() && framework.get().controls().containsKey(control.id()),
            () -> policy.id() + ": no " + control);
      }
    }
  }

  /** Each framework has a title, and no two of its controls have the same. */
  @Test
  void controlsOfFrameworksHaveTitles() {
    for (String name : Framework.names()) {
      Framework framework = Framework.find(name).orElseThrow();
      assertFalse(framework.title().isBlank(), name);
      var titles = framework.controls().values();
      assertEquals(titles.size(), Set.copyOf(titles).size(), name);
      assertTrue(titles.stream().noneMatch(String::isBlank), name);
      assertTrue(StandardLibrary.find(StandardLibrary.profileOf(framework)).isPresent(), name);
    }
  }

  /** The numbers that the compiler accepts, and the numbers that reports have titles for. */
  @Test
  void theCompilerRefusesNumbersThatNoFileHas() {
    for (String name : List.of("cis", "owasp", "pss")) {
      var numbers = Framework.find(name).orElseThrow().controls().keySet();
      for (String number : numbers) {
        assertEquals(List.of(), errors(name, number), name);
      }
      assertEquals(1, errors(name, "0.0").size());
    }
  }

  private static List<?> errors(String framework, String number) {
    String text =
        "policy P { controls: { %s: \"%s\" } target p: Pod forbid p.spec.hostNetwork }"
            .formatted(framework, number);
    return ENGINE.diagnose(List.of(SourceFile.of("p.rail", text)), List.of());
  }

  @Test
  void idsInTheCatalogueAreDifferent() {
    assertEquals(lines().size() - 1, rows().size());
    assertEquals(
        Set.of("core", "extended", "novel"),
        rows().values().stream().map(Row::tier).collect(Collectors.toSet()));
  }

  private static Map<String, Row> rows() {
    var rows = new LinkedHashMap<String, Row>();
    for (String line : lines().subList(1, lines().size())) {
      String[] cells = line.split(",", -1);
      rows.put(
          cells[0],
          new Row(cells[0], cells[1], cells[2], cells[3], words(cells[4]), words(cells[5])));
    }
    return rows;
  }

  private static Set<String> words(String cell) {
    return Stream.of(cell.split(" ")).filter(w -> !w.isEmpty()).collect(Collectors.toSet());
  }

  private static List<String> lines() {
    try {
      return Files.readAllLines(FILE);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String name(PolicyInfo policy) {
    return policy.id().substring(policy.id().lastIndexOf('/') + 1);
  }
}

package dev.taffrail.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The mapping knows every check of other tools that is known, and says nothing that is not so. */
class CoverageTest {
  private static final Path CATALOGUE = ProjectFolders.root().resolve("stdlib/catalogue.csv");

  private static Stream<String[]> rows(Path table) throws IOException {
    return Files.readAllLines(table).stream().skip(1).map(line -> line.split(",", -1));
  }

  @Test
  void controlsThatAreNotYetThereAreInTheCatalogueAndNotWritten() throws IOException {
    var notWritten =
        rows(CATALOGUE)
            .filter(cells -> cells[cells.length - 1].equals("no"))
            .map(cells -> cells[0])
            .collect(Collectors.toSet());
    var wrong = new TreeSet<String>();
    Mapping.bundled()
        .entries()
        .forEach(
            (check, entry) -> {
              if (entry instanceof Mapping.NotYet later) {
                Stream.of(later.controls().split(" "))
                    .filter(control -> !notWritten.contains(control))
                    .forEach(control -> wrong.add(check + ": " + control));
              }
            });
    assertEquals(new TreeSet<>(), wrong);
    assertFalse(notWritten.isEmpty());
  }

  @Test
  void everyKnownCheckHasARow() throws IOException {
    var checks = ProjectFolders.shared("catalogue/peer-mapping.csv");
    Assumptions.assumeTrue(
        checks.isPresent(), "SKIPPED: ../shared/catalogue is not there to be compared with");
    var mapping = Mapping.bundled();
    var missing = new TreeSet<String>();
    rows(checks.orElseThrow())
        .filter(cells -> mapping.of(cells[0], cells[1]).isEmpty())
        .forEach(cells -> missing.add(cells[0] + " " + cells[1]));
    assertEquals(new TreeSet<>(), missing);
  }
}

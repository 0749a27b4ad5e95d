package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtTest {
  private static final String UGLY = "let a=1 // one\nlet b = 2\n";
  private static final String FORMATTED = "let a = 1 // one\nlet b = 2\n";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void writeFile() throws IOException {
    file = Files.writeString(folder.resolve("a.rail"), UGLY);
  }

  private String name() {
    return Paths.name(file);
  }

  @Test
  void filesAreWrittenAndNamed() throws IOException {
    assertEquals(new Run(0, name() + "\n", ""), Run.of("fmt", folder.toString()));
    assertEquals(FORMATTED, Files.readString(file));
    assertEquals(new Run(0, "", ""), Run.of("fmt", folder.toString()));
  }

  @Test
  void checkChangesNothing() throws IOException {
    assertEquals(new Run(1, name() + "\n", ""), Run.of("fmt", "--check", folder.toString()));
    assertEquals(UGLY, Files.readString(file));
    Files.writeString(file, FORMATTED);
    assertEquals(new Run(0, "", ""), Run.of("fmt", "--check", folder.toString()));
  }

  @Test
  void diffShowsWhatWouldChange() throws IOException {
    String diff =
        "--- %s\n+++ %s\n@@ -1,2 +1,2 @@\n-let a=1 // one\n+let a = 1 // one\n let b = 2\n"
            .formatted(name(), name());
    assertEquals(new Run(0, diff, ""), Run.of("fmt", "--diff", name()));
    assertEquals(new Run(1, diff, ""), Run.of("fmt", "--diff", "--check", name()));
    assertEquals(UGLY, Files.readString(file));
  }

  @Test
  void standardInputIsPrinted() {
    assertEquals(new Run(0, FORMATTED, ""), Run.withInput(UGLY, "fmt", "-"));
    assertEquals(new Run(1, "stdin\n", ""), Run.withInput(UGLY, "fmt", "--check", "-"));
  }

  @Test
  void aFileWithAMistakeStaysAndTheOthersAreFormatted() throws IOException {
    Path broken = Files.writeString(folder.resolve("broken.rail"), "policy {");
    var run = Run.of("fmt", folder.toString());
    assertEquals(2, run.status());
    assertEquals(name() + "\n", run.out());
    assertTrue(run.err().contains("E0001"), run::err);
    assertEquals("policy {", Files.readString(broken));
    assertEquals(FORMATTED, Files.readString(file));
  }

  @Test
  void modulesOfTheLibraryAreNotFormatted() {
    assertEquals(2, Run.of("fmt", "pss.baseline").status());
  }
}

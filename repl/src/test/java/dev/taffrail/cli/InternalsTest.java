package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The command line knows what any host may know, and nothing of how policies are compiled. */
class InternalsTest {
  private static final Pattern INTERNAL =
      Pattern.compile(
          "import dev\\.taffrail\\.(compiler\\.(ast|parse|resolve|check|ir|type|cost|secret|lint)"
              + "|runtime\\.(interpret|read))\\..*;");

  @Test
  void noInternalClassIsImported() throws IOException {
    Path sources = ProjectFolders.root().resolve("repl/src/main/java/dev/taffrail/cli");
    try (var files = Files.walk(sources)) {
      List<Path> java = files.filter(file -> file.toString().endsWith(".java")).toList();
      assertTrue(java.size() > 20, java::toString);
      for (Path file : java) {
        assertEquals(
            List.of(),
            Files.readAllLines(file).stream().filter(l -> INTERNAL.matcher(l).matches()).toList(),
            file::toString);
      }
    }
  }
}

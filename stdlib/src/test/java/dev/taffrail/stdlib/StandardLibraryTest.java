package dev.taffrail.stdlib;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.source.SourceFile;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandardLibraryTest {
  @Test
  void theIndexHasEveryPolicyFile() throws IOException {
    Path folder = ProjectFolders.root().resolve("stdlib/src/main/policies");
    try (var files = Files.walk(folder)) {
      var names =
          files
              .filter(file -> file.toString().endsWith(".rail"))
              .filter(file -> !file.endsWith(PolicyFolder.TESTS))
              .filter(file -> !file.startsWith(folder.resolve("profiles")))
              .map(file -> folder.relativize(file).toString().replace('\\', '/'))
              .sorted()
              .toList();
      assertEquals(names, StandardLibrary.files().stream().map(SourceFile::name).sorted().toList());
    }
  }

  @Test
  void profilesAreFoundWithAndWithoutPrefix() {
    var baseline =
        new Selection(List.of("std.pss"), List.of(), Map.of("std.pss/level", "baseline"));
    assertEquals(Optional.of(baseline), StandardLibrary.find("pss.baseline"));
    assertEquals(Optional.of(baseline), StandardLibrary.find("std.pss.baseline"));
  }

  @Test
  void aModuleIsFoundByItsName() {
    var module = new Selection(List.of("std.pss"), List.of(), Map.of());
    assertEquals(Optional.of(module), StandardLibrary.find("std.pss"));
    assertEquals(Optional.of(module), StandardLibrary.find("pss"));
  }

  @Test
  void unknownNamesAreNotFound() {
    assertEquals(Optional.empty(), StandardLibrary.find("pss.basel"));
    assertEquals(Optional.empty(), StandardLibrary.find(""));
  }
}

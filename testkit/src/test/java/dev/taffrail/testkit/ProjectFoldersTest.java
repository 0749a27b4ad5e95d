package dev.taffrail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFoldersTest {
  @TempDir Path folder;

  @Test
  void theRootHoldsTheModules() {
    assertTrue(Files.isRegularFile(ProjectFolders.root().resolve("testkit/pom.xml")));
  }

  @Test
  void aNamedRootWins() {
    assertEquals(
        folder, ProjectFolders.root(Optional.of(folder.resolve("x/..").toString()), Path.of("")));
  }

  @Test
  void theRootIsFoundFromBelow() throws IOException {
    Files.createDirectories(folder.resolve(".mvn"));
    var below = Files.createDirectories(folder.resolve("engine/src"));
    assertEquals(folder, ProjectFolders.root(Optional.empty(), below));
  }

  @Test
  void outsideAProjectThereIsNoRoot() {
    assertThrows(
        IllegalStateException.class, () -> ProjectFolders.root(Optional.empty(), Path.of("/")));
  }
}

package dev.taffrail.testkit;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoldenFilesTest {
  @TempDir Path folder;

  @Test
  void equalTextPasses() throws IOException {
    var golden = Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
    assertDoesNotThrow(() -> GoldenFiles.assertMatches(golden, "one\ntwo\n", false));
  }

  @Test
  void lineEndsDoNotCount() throws IOException {
    var golden = Files.writeString(folder.resolve("a.txt"), "one\r\ntwo\r\n");
    assertDoesNotThrow(() -> GoldenFiles.assertMatches(golden, "one\ntwo\r\n", false));
  }

  @Test
  void aDifferenceIsShownAsADiffAndTheFileStays() throws IOException {
    var golden = Files.writeString(folder.resolve("a.txt"), "one\ntwo\n");
    var failure =
        assertThrows(
            AssertionError.class, () -> GoldenFiles.assertMatches(golden, "one\nzwei\n", false));
    assertEquals(
        """
        differs from the golden file %s (-approved, +produced)
        if the new text is right, run the test with -Dgolden=update
        @@ -1 +1 @@
         one
        -two
        +zwei
        """
            .formatted(golden),
        failure.getMessage());
    assertEquals("one\ntwo\n", Files.readString(golden));
  }

  @Test
  void aMissingFileFails() {
    var golden = folder.resolve("missing.txt");
    var failure =
        assertThrows(AssertionError.class, () -> GoldenFiles.assertMatches(golden, "x\n", false));
    assertEquals(
        """
        there is no golden file %s (+produced)
        if the new text is right, run the test with -Dgolden=update
        @@ -1 +1 @@
        +x
        """
            .formatted(golden),
        failure.getMessage());
  }

  @Test
  void anEmptyTextStillNeedsItsFile() {
    var golden = folder.resolve("missing.txt");
    assertThrows(AssertionError.class, () -> GoldenFiles.assertMatches(golden, "", false));
  }

  @Test
  void anUpdateWritesFileAndFolders() throws IOException {
    var golden = folder.resolve("new/deep/a.txt");
    GoldenFiles.assertMatches(golden, "one\r\ntwo", true);
    assertEquals("one\ntwo", Files.readString(golden));
    GoldenFiles.assertMatches(golden, "three\n", true);
    assertEquals("three\n", Files.readString(golden));
  }
}

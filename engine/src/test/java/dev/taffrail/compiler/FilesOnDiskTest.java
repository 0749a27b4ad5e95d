package dev.taffrail.compiler;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What policies may import from a disk. */
class FilesOnDiskTest {
  @TempDir private Path folder;

  @Test
  void aFileOfTheFolderIsFoundWithoutItsByteOrderMark() throws IOException {
    Files.createDirectory(folder.resolve("crds"));
    Files.writeString(folder.resolve("crds/a.yaml"), "\ufeffkind: A");
    var found = (ImportedFiles.Found.File) find("crds/a.yaml");
    assertEquals("kind: A", found.source().text());
    assertEquals(folder + "/crds/a.yaml", found.source().name());
  }

  @Test
  void whatIsNoTextFileIsRefused() throws IOException {
    Files.createDirectory(folder.resolve("crds"));
    Files.write(folder.resolve("bytes.yaml"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertEquals("there is no such file", refusal("missing.yaml"));
    assertEquals("it is a folder", refusal("crds"));
    assertEquals("it is not UTF-8 text", refusal("bytes.yaml"));
  }

  @Test
  void aLinkLeadsNowhereElse() throws IOException {
    Path inside = Files.createDirectory(folder.resolve("policies"));
    Files.writeString(folder.resolve("secret.yaml"), "a: b");
    Files.createSymbolicLink(inside.resolve("link.yaml"), folder.resolve("secret.yaml"));
    assertEquals(
        new ImportedFiles.Found.Refused("it is a link that leads out of the folder of the policy"),
        new FilesOnDisk().find(SourceFile.of(inside + "/p.rail", ""), "link.yaml"));
  }

  private String refusal(String path) {
    return ((ImportedFiles.Found.Refused) find(path)).reason();
  }

  private ImportedFiles.Found find(String path) {
    return new FilesOnDisk().find(SourceFile.of(folder + "/p.rail", ""), path);
  }
}

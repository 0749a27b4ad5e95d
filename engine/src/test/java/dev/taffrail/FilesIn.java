package dev.taffrail;

import dev.taffrail.compiler.ImportedFiles;
import dev.taffrail.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that tests give policies to import. */
final class FilesIn {
  private FilesIn() {}

  static ImportedFiles folder(Path folder) {
    return (importing, path) -> {
      Path file = folder.resolve(path);
      if (!Files.isRegularFile(file)) {
        return new ImportedFiles.Found.Refused("there is no such file");
      }
      try {
        return new ImportedFiles.Found.File(SourceFile.of(path, Files.readString(file)));
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    };
  }
}

package dev.taffrail.cli;

import dev.taffrail.source.SourceFile;
import dev.taffrail.tooling.doc.Fixtures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Manifests in the folders `pass` and `fail` beside a policy file; the shortest shows the most. */
final class FixtureFolders implements Fixtures {
  @Override
  public Optional<SourceFile> passing(SourceFile policy) {
    return shortest(policy, "pass");
  }

  @Override
  public Optional<SourceFile> failing(SourceFile policy) {
    return shortest(policy, "fail");
  }

  private static Optional<SourceFile> shortest(SourceFile policy, String folder) {
    try {
      Path beside = Path.of(policy.name()).resolveSibling(folder);
      if (!Files.isRegularFile(Path.of(policy.name())) || !Files.isDirectory(beside)) {
        return Optional.empty();
      }
      try (Stream<Path> files = Files.list(beside)) {
        return files
            .filter(file -> file.toString().endsWith(".yaml"))
            .flatMap(file -> text(file).stream())
            .min(
                Comparator.comparingInt((SourceFile file) -> file.text().length())
                    .thenComparing(SourceFile::name));
      }
    } catch (IOException | InvalidPathException none) {
      return Optional.empty();
    }
  }

  /** What cannot be read shows nothing. */
  private static Optional<SourceFile> text(Path file) {
    try {
      return Optional.of(Paths.text(Paths.name(file)));
    } catch (UsageMistake unreadable) {
      return Optional.empty();
    }
  }
}

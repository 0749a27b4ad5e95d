package dev.taffrail.compiler;

import dev.taffrail.compiler.check.SeenDataFiles;
import dev.taffrail.source.SourceFile;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The digests of the data files that the policies of a folder name, as {@code taffrail.lock} beside
 * them says: a line of digest and path for each, as {@code sha256sum} prints them.
 */
final class DataLock {
  static final String NAME = "taffrail.lock";

  private final Map<String, String> digests;

  private DataLock(Map<String, String> digests) {
    this.digests = digests;
  }

  static DataLock read(SourceFile file) {
    var digests = new TreeMap<String, String>();
    file.text()
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .forEach(
            line -> {
              String[] parts = line.split("\\s+", 2);
              digests.put(parts.length < 2 ? line : parts[1], parts[0]);
            });
    return new DataLock(digests);
  }

  /** Why a file is not the one that was locked; empty if it is. */
  Optional<String> objection(String path, SourceFile file) {
    String locked = digests.get(path);
    if (locked == null) {
      return Optional.of("%s does not list it".formatted(NAME));
    }
    String found = SeenDataFiles.digest(file);
    return locked.equals(found)
        ? Optional.empty()
        : Optional.of("its digest is %s, and %s says %s".formatted(found, NAME, locked));
  }

  /** The text of a lock file. */
  static String write(Map<String, SourceFile> files) {
    return new TreeMap<>(files)
        .entrySet().stream()
            .map(e -> SeenDataFiles.digest(e.getValue()) + "  " + e.getKey() + "\n")
            .collect(Collectors.joining());
  }
}

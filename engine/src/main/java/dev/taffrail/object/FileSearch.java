package dev.taffrail.object;

import dev.taffrail.object.ManifestFiles.Found;
import dev.taffrail.object.ManifestFiles.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** One walk over files and folders; links are followed, but no folder is entered twice. */
final class FileSearch {
  private static final Set<String> NOT_ENTERED = Set.of("node_modules", "target");

  private final List<Found> files = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();
  private final Set<Path> seen = new HashSet<>();
  private boolean standardInput;

  ManifestFiles run(List<String> paths) {
    for (String path : paths) {
      if (path.equals("-")) {
        addStandardInput();
      } else {
        named(path);
      }
    }
    return new ManifestFiles(files, problems, leftOut);
  }

  private void addStandardInput() {
    if (!standardInput) {
      files.add(new Found("stdin", Optional.empty()));
      standardInput = true;
    }
  }

  private void named(String given) {
    Path path;
    try {
      path = Path.of(given);
    } catch (InvalidPathException invalid) {
      problems.add(new Problem(given, "this is no path"));
      return;
    }
    String name = given.replace(path.getFileSystem().getSeparator(), "/");
    if (Files.isDirectory(path)) {
      folder(path, name.equals(".") || name.equals("./") ? "" : withoutSlash(name) + "/");
    } else if (Files.exists(path)) {
      file(path, name);
    } else {
      problems.add(new Problem(name, "there is no such file or folder"));
    }
  }

  private static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * Adds the files in a folder.
   *
   * @param prefix what goes before the names of its entries
   */
  private void folder(Path folder, String prefix) {
    try {
      if (seen.add(folder.toRealPath())) {
        for (Path entry : entries(folder)) {
          entry(entry, prefix + entry.getFileName());
        }
      }
    } catch (IOException failure) {
      problems.add(
          new Problem(
              withoutSlash(prefix), "the folder cannot be read: " + Failures.reason(failure)));
    }
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted(Comparator.comparing(entry -> entry.getFileName().toString())).toList();
    }
  }

  private void entry(Path entry, String name) {
    String last = entry.getFileName().toString();
    if (Files.isDirectory(entry)) {
      if (last.startsWith(".") || NOT_ENTERED.contains(last)) {
        leftOut.add(name);
      } else {
        folder(entry, name + "/");
      }
    } else if (isManifestName(last)) {
      if (Files.exists(entry)) {
        file(entry, name);
      } else {
        problems.add(new Problem(name, "the link leads nowhere"));
      }
    }
  }

  private static boolean isManifestName(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".yaml") || lower.endsWith(".yml") || lower.endsWith(".json");
  }

  private void file(Path path, String name) {
    try {
      if (seen.add(path.toRealPath())) {
        files.add(new Found(name, Optional.of(path)));
      }
    } catch (IOException failure) {
      problems.add(new Problem(name, "the file cannot be read: " + Failures.reason(failure)));
    }
  }
}

package dev.taffrail.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the project lies, whichever folder a test runs in. */
public final class ProjectFolders {
  private ProjectFolders() {}

  /** The folder of the parent pom. */
  public static Path root() {
    return root(Optional.ofNullable(System.getProperty("taffrail.root")), Path.of(""));
  }

  /**
   * Large test data that is kept beside the project and not part of it; a test that wants it says
   * so and skips when it is not there.
   */
  public static Optional<Path> shared() {
    var named = Optional.ofNullable(System.getProperty("taffrail.shared")).map(Path::of);
    return Optional.of(named.orElseGet(() -> root().resolveSibling("shared")))
        .map(folder -> folder.toAbsolutePath().normalize())
        .filter(Files::isDirectory);
  }

  /** A file or folder below {@link #shared()}, if it is there. */
  public static Optional<Path> shared(String relative) {
    return shared().map(folder -> folder.resolve(relative)).filter(Files::exists);
  }

  /** Maven names the root; an IDE does not, so look upwards for it. */
  static Path root(Optional<String> named, Path start) {
    if (named.isPresent()) {
      return Path.of(named.get()).toAbsolutePath().normalize();
    }
    for (var folder = start.toAbsolutePath().normalize();
        folder != null;
        folder = folder.getParent()) {
      if (Files.isDirectory(folder.resolve(".mvn"))) {
        return folder;
      }
    }
    throw new IllegalStateException("no folder with .mvn above " + start.toAbsolutePath());
  }
}

package dev.taffrail.compiler;

import dev.taffrail.source.SourceFile;
import java.util.List;

/** Where the files come from that policies import by path. */
@FunctionalInterface
public interface ImportedFiles {
  /** Nothing can be imported by path. */
  ImportedFiles NONE =
      (importing, path) -> new Found.Refused("this host gives policies no files to import");

  /** What came of looking for a file. */
  sealed interface Found {
    record File(SourceFile source) implements Found {}

    /**
     * It cannot be had.
     *
     * @param reason one line, lower case, no full stop
     */
    record Refused(String reason) implements Found {}
  }

  /** Finds a file if its path is one that policies may give. */
  default Found findInside(SourceFile importing, String path) {
    if (path.startsWith("/") || path.contains("\\") || path.matches("[A-Za-z]:.*")) {
      return new Found.Refused("the path is not relative, or not written with `/`");
    }
    return List.of(path.split("/", -1)).contains("..")
        ? new Found.Refused("the path leads out of the folder of the policy")
        : find(importing, path);
  }

  /**
   * Finds a file; {@code taffrail.lock} is asked for beside each policy that names a data file.
   *
   * @param importing the policy file that names it
   * @param path relative to the folder of that file, with forward slashes, without {@code ..}
   */
  Found find(SourceFile importing, String path);
}

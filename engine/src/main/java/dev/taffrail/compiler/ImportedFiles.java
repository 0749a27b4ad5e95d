package dev.taffrail.compiler;

import dev.taffrail.source.SourceFile;

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

  /**
   * Finds a file.
   *
   * @param importing the policy file that names it
   * @param path relative to the folder of that file, with forward slashes, without {@code ..}
   */
  Found find(SourceFile importing, String path);
}

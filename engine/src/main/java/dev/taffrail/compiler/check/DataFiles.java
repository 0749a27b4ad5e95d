package dev.taffrail.compiler.check;

import dev.taffrail.source.SourceFile;

/** Finds the files that policies name with {@code file"…"}. */
@FunctionalInterface
public interface DataFiles {
  /** What came of looking for a file. */
  sealed interface Found {
    record File(SourceFile source) implements Found {}

    /**
     * It cannot be had.
     *
     * @param reason one line, lower case, no full stop
     */
    record Refused(String reason) implements Found {}

    /**
     * It is not what the lock file says.
     *
     * @param reason one line, lower case, no full stop
     */
    record NotLocked(String reason) implements Found {}
  }

  Found find(SourceFile policy, String path);
}

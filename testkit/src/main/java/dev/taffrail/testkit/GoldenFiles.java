package dev.taffrail.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares what a test produced with a file that people have read and approved; {@code
 * -Dgolden=update} writes what was produced into the file instead.
 *
 * <p>Line ends do not count: a checkout may have turned them.
 */
public final class GoldenFiles {
  private GoldenFiles() {}

  public static void assertMatches(Path golden, String actual) {
    assertMatches(golden, actual, isUpdating());
  }

  /** Whether this run rewrites golden files; for tests that must know, such as one for orphans. */
  public static boolean isUpdating() {
    return System.getProperty("golden", "").equals("update");
  }

  static void assertMatches(Path golden, String actual, boolean update) {
    var produced = withPlainLineEnds(actual);
    try {
      var exists = Files.isRegularFile(golden);
      var approved = exists ? withPlainLineEnds(Files.readString(golden)) : "";
      if (exists && approved.equals(produced)) {
        return;
      }
      if (update) {
        Files.createDirectories(golden.toAbsolutePath().getParent());
        Files.writeString(golden, produced);
        return;
      }
      throw new AssertionError(complaint(golden, exists, approved, produced));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private static String complaint(Path golden, boolean exists, String approved, String produced) {
    var what =
        exists
            ? "differs from the golden file %s (-approved, +produced)"
            : "there is no golden file %s (+produced)";
    return what.formatted(golden)
        + "\nif the new text is right, run the test with -Dgolden=update\n"
        + UnifiedDiff.between(approved, produced);
  }

  private static String withPlainLineEnds(String text) {
    return text.replace("\r\n", "\n").replace('\r', '\n');
  }
}

package dev.taffrail.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Counts what was tried, for a soak, which wants so many cases and not so many policies: one policy
 * is held against many objects, since compiling is what takes the time.
 */
public final class Cases {
  /** For one policy; a build takes few, so that it sees more policies. */
  public static final int OBJECTS = Integer.getInteger("taffrail.soak.objects", 4);

  private static final long WANTED = Long.getLong("taffrail.soak.cases", Long.MAX_VALUE);
  private static long tried;

  private Cases() {}

  /** Whether as many were tried as a soak wants; never in a build. */
  public static boolean enough() {
    return tried >= WANTED;
  }

  /** Writes now and then how far it is, since a soak that is ended early is worth its count too. */
  public static void count() {
    tried++;
    if (tried == WANTED || WANTED != Long.MAX_VALUE && tried % 10_000 == 0) {
      try {
        Files.writeString(Path.of("target/soak-cases"), tried + "\n");
      } catch (IOException unwritable) {
        throw new UncheckedIOException(unwritable);
      }
    }
  }
}

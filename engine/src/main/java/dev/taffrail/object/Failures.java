package dev.taffrail.object;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.Locale;

/** Words for what the system says when a file cannot be read. */
final class Failures {
  private Failures() {}

  /** The reason without the path, which the reader of the message knows already. */
  static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException missing -> "there is no such file";
      case AccessDeniedException denied -> "permission denied";
      case FileSystemException other when other.getReason() != null -> lower(other.getReason());
      default -> lower(String.valueOf(failure.getMessage()));
    };
  }

  private static String lower(String text) {
    return text.lines().findFirst().orElse("").strip().toLowerCase(Locale.ROOT);
  }
}

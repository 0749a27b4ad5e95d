package dev.taffrail.value;

import java.util.Optional;

/**
 * A registry or repository prefix, compared whole segment by segment; its text is kept as written.
 */
public record ImagePrefix(String text) implements Value {
  public static Optional<ImagePrefix> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

package dev.taffrail.value;

import java.util.Optional;

/** A field path written as a literal; its text is kept as written. */
public record PathPattern(String text) implements Value {
  public static Optional<PathPattern> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

package dev.taffrail.value;

import java.util.Optional;

/** A glob pattern; its text is kept as written. */
public record Glob(String text) implements Value {
  public static Optional<Glob> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

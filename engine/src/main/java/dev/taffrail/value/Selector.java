package dev.taffrail.value;

import java.util.Optional;

/** A label selector written as a literal; its text is kept as written. */
public record Selector(String text) implements Value {
  public static Optional<Selector> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

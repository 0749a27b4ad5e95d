package dev.taffrail.value;

import java.util.Optional;

/** A container image reference, normalised; its text is kept as written. */
public record ImageRef(String text) implements Value {
  public static Optional<ImageRef> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

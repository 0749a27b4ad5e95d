package dev.taffrail.value;

import java.util.Optional;

/** A range of addresses; its text is kept as written. */
public record Cidr(String text) implements Value {
  public static Optional<Cidr> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

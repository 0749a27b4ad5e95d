package dev.taffrail.value;

import java.util.Optional;

/** An IPv4 or IPv6 address; its text is kept as written. */
public record Ip(String text) implements Value {
  public static Optional<Ip> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

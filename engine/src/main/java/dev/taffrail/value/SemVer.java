package dev.taffrail.value;

import java.util.Optional;

/** A version of three numbers with an optional pre-release part; its text is kept as written. */
public record SemVer(String text) implements Value {
  public static Optional<SemVer> parse(String text) {
    throw new UnsupportedOperationException("written next");
  }
}

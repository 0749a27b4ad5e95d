package dev.taffrail.testing;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;

/**
 * A policy file with one change that must not go unnoticed.
 *
 * @param what the change in words
 */
public record Mutant(Span place, String replacement, String what) {
  /** The file with the change. */
  public SourceFile source() {
    String text = place.source().text();
    return SourceFile.of(
        place.source().name(),
        text.substring(0, place.start()) + replacement + text.substring(place.end()));
  }

  /** The same wherever in the file it stands. */
  public String description() {
    return "%s in `%s`".formatted(what, place.text().replaceAll("\\s+", " "));
  }

  @Override
  public String toString() {
    return place + ": " + description();
  }
}

package dev.taffrail.finding;

import dev.taffrail.object.GroupKind;

/**
 * Objects of a kind of which nobody said which fields name other objects, in a run whose policies
 * ask for that: what these objects name was not seen.
 *
 * @param objects how many there are
 */
public record UnknownReferences(GroupKind kind, int objects) {
  /** For instance {@code 2 of Widget (shop.example)}. */
  public String text() {
    return objects
        + " of "
        + kind.kind()
        + (kind.group().isEmpty() ? "" : " (" + kind.group() + ")");
  }
}

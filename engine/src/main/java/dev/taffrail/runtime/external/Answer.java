package dev.taffrail.runtime.external;

import dev.taffrail.object.Node;

/** What came of a question. */
public sealed interface Answer {
  /** What the provider says; null if it has nothing to say. */
  record Given(Node json) implements Answer {}

  /**
   * There is no answer.
   *
   * @param reason one line, lower case, no full stop; what follows "no answer:"
   */
  record Failed(String reason) implements Answer {}
}

package dev.taffrail;

import org.jspecify.annotations.Nullable;

/** What a provider says to one question. */
public sealed interface ExternalAnswer {
  /**
   * An answer.
   *
   * @param value text, number, Boolean, list or map of them, as the result type of the function is
   *     written in JSON; null if there is nothing to say
   */
  record Known(@Nullable Object value) implements ExternalAnswer {}

  /**
   * No answer, which is an error outcome.
   *
   * @param reason one line, for people
   */
  record Failed(String reason) implements ExternalAnswer {}

  static ExternalAnswer of(Object value) {
    return new Known(value);
  }

  /** The provider knows that there is nothing. */
  static ExternalAnswer none() {
    return new Known(null);
  }

  static ExternalAnswer failed(String reason) {
    return new Failed(reason);
  }
}

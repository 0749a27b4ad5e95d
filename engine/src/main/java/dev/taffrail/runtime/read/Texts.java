package dev.taffrail.runtime.read;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.Value;
import java.util.Optional;

/**
 * Reads text as the domain types that are written as text; the one place that knows their forms.
 */
public final class Texts {
  private Texts() {}

  /** The value, or empty if the text has not the form of the type. */
  public static Optional<Value> parse(Type.Scalar type, String text) {
    throw new UnsupportedOperationException("written next");
  }

  /** What the type wants, for messages: {@code a version such as 1.29.0}. */
  public static String describe(Type.Scalar type) {
    throw new UnsupportedOperationException("written next");
  }
}

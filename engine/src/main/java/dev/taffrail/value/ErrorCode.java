package dev.taffrail.value;

import java.util.Locale;

/** Every reason why something could not be judged; printed in kebab case. */
public enum ErrorCode {
  /** A field holds something its schema does not allow. */
  WRONG_SHAPE,
  /** A field that the schema requires is not set. */
  REQUIRED_FIELD_MISSING,
  /** Text that is not of the form its type demands (quantity, image, version). */
  MALFORMED,
  /** A whole number left 64 bits. */
  OVERFLOW,
  DIVISION_BY_ZERO,
  /** A documented limit on size, steps or nesting was reached. */
  LIMIT,
  /** The rule needs objects or facts that were not given. */
  NO_DATA,
  /** The input cannot be read as objects. */
  UNREADABLE,
  /** A function of the host has no usable answer. */
  NO_ANSWER,
  /** The engine itself failed; a bug, and never a pass. */
  INTERNAL;

  /** The code as reports print it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

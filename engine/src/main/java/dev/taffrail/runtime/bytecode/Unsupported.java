package dev.taffrail.runtime.bytecode;

/** A construct that is not compiled; its policy is left to the interpreter. */
final class Unsupported extends RuntimeException {
  private static final long serialVersionUID = 1L;

  Unsupported(String what) {
    super(what, null, false, false);
  }

  /** The construct. */
  String what() {
    return String.valueOf(getMessage());
  }
}

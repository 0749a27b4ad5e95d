package dev.taffrail.diagnostic;

/** How much a diagnostic matters: an error stops compilation, a warning does not. */
public enum Level {
  ERROR("error"),
  WARNING("warning");

  private final String word;

  Level(String word) {
    this.word = word;
  }

  /** The word printed in front of the code. */
  public String word() {
    return word;
  }
}

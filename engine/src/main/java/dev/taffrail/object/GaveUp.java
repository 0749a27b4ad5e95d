package dev.taffrail.object;

/**
 * Leaves the recursion of a direct reader over something that is for the slower one to read, or to
 * find words for; never leaves this package.
 */
final class GaveUp extends Exception {
  private static final long serialVersionUID = 1;

  /** Says nothing but that it happened, so that one is enough. */
  static final GaveUp HERE = new GaveUp();

  private GaveUp() {
    super("left to the slower reader", null, false, false);
  }
}

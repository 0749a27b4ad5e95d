package dev.taffrail.object;

/**
 * Leaves the recursion over a document that cannot be read; never leaves this package.
 *
 * <p>A checked exception because the event sources are recursive descents: threading a result type
 * through each level would hide them. It becomes a {@link Manifest.ReadProblem} at once.
 */
final class UnreadableException extends Exception {
  private static final long serialVersionUID = 1;

  private final String message;
  private final int start;
  private final int end;
  private final String help;

  /** Offsets are those of the whole file. */
  UnreadableException(int start, int end, String message, String help) {
    super(message, null, false, false);
    this.message = message;
    this.start = start;
    this.end = end;
    this.help = help;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  String message() {
    return message;
  }

  String help() {
    return help;
  }
}

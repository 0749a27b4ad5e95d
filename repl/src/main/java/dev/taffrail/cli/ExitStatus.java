package dev.taffrail.cli;

/** What the command tells the shell. */
enum ExitStatus {
  /** Nothing was found. */
  CLEAN(0),
  /** There are violations, at least as severe as {@code --fail-on}. */
  VIOLATIONS(1),
  /** Wrong usage, or a policy that does not compile: nothing was judged. */
  NOTHING_JUDGED(2),
  /** Something could not be judged, whatever else was found. */
  INCOMPLETE(3);

  private final int code;

  ExitStatus(int code) {
    this.code = code;
  }

  int code() {
    return code;
  }
}

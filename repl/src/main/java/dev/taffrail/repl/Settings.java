package dev.taffrail.repl;

/**
 * What a person may choose.
 *
 * @param colour with ANSI colours
 * @param lines how many lines are shown at once; 0 for all
 * @param time whether the time of each input is shown
 * @param watch whether changed files are read again by themselves
 * @param vi keys as in vi, not as in Emacs
 * @param suggest whether the rest of a line is suggested from the history
 */
public record Settings(
    boolean colour, int lines, boolean time, boolean watch, boolean vi, boolean suggest) {
  /** Those of a session without a terminal. */
  public static final Settings PLAIN = new Settings(false, 0, false, false, false, false);

  public static final int LINES = 25;

  /** Those of a session on a terminal. */
  public static Settings onTerminal(boolean colour) {
    return new Settings(colour, LINES, false, false, false, true);
  }

  public Settings inColour(boolean on) {
    return new Settings(on, lines, time, watch, vi, suggest);
  }

  public Settings showing(int atOnce) {
    return new Settings(colour, atOnce, time, watch, vi, suggest);
  }

  public Settings timing(boolean on) {
    return new Settings(colour, lines, on, watch, vi, suggest);
  }

  public Settings watching(boolean on) {
    return new Settings(colour, lines, time, on, vi, suggest);
  }

  public Settings withKeys(boolean asInVi) {
    return new Settings(colour, lines, time, watch, asInVi, suggest);
  }

  public Settings suggesting(boolean on) {
    return new Settings(colour, lines, time, watch, vi, on);
  }

  Ink ink() {
    return new Ink(colour);
  }
}

package dev.taffrail.cli;

import dev.taffrail.testing.PolicyTestRunner;

/** One line on a terminal that says how far a run is; it is gone when the run ends. */
final class ProgressLine implements PolicyTestRunner.Progress {
  private final String what;
  private final boolean shown;
  private final Surroundings surroundings;
  private int most;

  private ProgressLine(String what, boolean shown, Surroundings surroundings) {
    this.what = what;
    this.shown = shown;
    this.surroundings = surroundings;
  }

  static ProgressLine of(String what, boolean quiet, Surroundings surroundings) {
    return new ProgressLine(what, !quiet && surroundings.isTerminal().getAsBoolean(), surroundings);
  }

  @Override
  public synchronized void done(int done, int of) {
    if (shown && done > most) {
      most = done;
      surroundings.tell("\r%d/%d %s".formatted(done, of, what));
    }
  }

  /** Removes the line. */
  synchronized void end() {
    if (most > 0) {
      surroundings.tell("\r\u001b[K");
    }
  }
}

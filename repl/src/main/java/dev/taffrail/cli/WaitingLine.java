package dev.taffrail.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** A line on a terminal for something that takes long; it is gone when that is done. */
final class WaitingLine implements AutoCloseable {
  private static final long PATIENCE_MILLIS = 1_000;

  private final Surroundings surroundings;
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
  private boolean shown;

  private WaitingLine(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  static WaitingLine of(String words, Surroundings surroundings) {
    var line = new WaitingLine(surroundings);
    boolean dumb = surroundings.environment().getOrDefault("TERM", "").equals("dumb");
    if (!dumb && surroundings.isTerminal().getAsBoolean()) {
      line.clock.schedule(() -> line.show(words), PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
    }
    return line;
  }

  private synchronized void show(String words) {
    if (!clock.isShutdown()) {
      shown = true;
      surroundings.tell(words);
    }
  }

  @Override
  public void close() {
    clock.shutdownNow();
    synchronized (this) {
      if (shown) {
        surroundings.tell("\r\u001b[K");
      }
    }
  }
}

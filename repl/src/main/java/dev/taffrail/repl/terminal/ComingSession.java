package dev.taffrail.repl.terminal;

import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Settings;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * A session whose files are read on a thread of their own, so that its person may type meanwhile.
 *
 * <p>Who needs the session waits for it: nothing is answered by half of what was named.
 */
public final class ComingSession {
  private final CompletableFuture<Ready> ready;
  private final Settings settings;

  private ComingSession(CompletableFuture<Ready> ready, Settings settings) {
    this.ready = ready;
    this.settings = settings;
  }

  /**
   * A session that is there.
   *
   * @param news what there is to say of the files, whole lines
   */
  public record Ready(ReplSession session, String news) {}

  /** One that is there. */
  static ComingSession of(ReplSession session) {
    return new ComingSession(
        CompletableFuture.completedFuture(new Ready(session, "")), session.settings());
  }

  /**
   * One that is being prepared.
   *
   * @param settings those until it is there
   */
  public static ComingSession start(Callable<Ready> preparation, Settings settings) {
    var coming = new CompletableFuture<Ready>();
    var thread =
        new Thread(
            () -> {
              try {
                var ready = preparation.call();
                ready.session().settings(settings);
                coming.complete(ready);
              } catch (Exception | Error problem) {
                coming.completeExceptionally(problem);
              }
            },
            "taffrail-files");
    thread.setDaemon(true);
    thread.start();
    return new ComingSession(coming, settings);
  }

  Optional<Ready> now() {
    return ready.isDone() && !ready.isCompletedExceptionally()
        ? Optional.of(ready.join())
        : Optional.empty();
  }

  Settings settings() {
    return now().map(Ready::session).map(ReplSession::settings).orElse(settings);
  }

  /** Runs something, on whatever thread, once the session is there or known not to come. */
  void whenDecided(Runnable next) {
    var unused = ready.whenComplete((session, problem) -> next.run());
  }

  /** Waits; empty if it does not come. */
  Optional<ReplSession> await() throws InterruptedException {
    try {
      return Optional.of(ready.get().session());
    } catch (ExecutionException notThere) {
      return Optional.empty();
    }
  }

  /** Why it does not come, if that is so. */
  Optional<Throwable> failure() {
    return ready.isCompletedExceptionally() ? Optional.of(ready.exceptionNow()) : Optional.empty();
  }

  /** Tells those who started a session that it does not come. */
  public static final class Failed extends Exception {
    private static final long serialVersionUID = 1;

    Failed(Throwable cause) {
      super(cause);
    }
  }
}

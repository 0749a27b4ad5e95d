package dev.taffrail.repl.terminal;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal of this process, opened on a thread of its own while files are read. */
public final class OpeningTerminal implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("org.jline");

  private final CompletableFuture<Terminal> opened;

  private OpeningTerminal(CompletableFuture<Terminal> opened) {
    this.opened = opened;
  }

  public static OpeningTerminal start() {
    LOGGER.setLevel(Level.OFF);
    var opened = new CompletableFuture<Terminal>();
    var thread =
        new Thread(
            () -> {
              try {
                opened.complete(builder().system(true).dumb(true).build());
              } catch (IOException | RuntimeException | LinkageError problem) {
                opened.completeExceptionally(problem);
              }
            },
            "taffrail-terminal");
    thread.setDaemon(true);
    thread.start();
    return new OpeningTerminal(opened);
  }

  /**
   * How terminals for sessions are made.
   *
   * <p>They must not be asked what they do with emoji: whoever asks reads what comes back, and
   * throws away what was typed meanwhile. One that does not answer costs a quarter of a second. The
   * foreign function interface comes second: it spins classes at every start, which takes longer
   * than all the rest.
   */
  private static TerminalBuilder builder() {
    return TerminalBuilder.builder()
        .name("taffrail")
        .graphemeCluster(false)
        .providers("jni,ffm,exec");
  }

  Terminal get() throws IOException {
    try {
      return opened.get();
    } catch (ExecutionException problem) {
      throw new IOException("the terminal cannot be used: " + problem.getCause(), problem);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    }
  }

  @Override
  public void close() throws IOException {
    get().close();
  }
}

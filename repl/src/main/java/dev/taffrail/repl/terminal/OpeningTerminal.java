package dev.taffrail.repl.terminal;

import java.io.IOException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.InfoCmp;
import org.jspecify.annotations.Nullable;

/** The terminal of this process, opened on a thread of its own while files are read. */
public final class OpeningTerminal implements AutoCloseable {
  private static final Logger LOGGER = Logger.getLogger("org.jline");

  /** Types of which the line editor has the capabilities with it. */
  private static final Set<String> WELL_KNOWN =
      Set.of("xterm", "xterm-256color", "screen", "screen-256color");

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
                opened.complete(open());
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
   * The terminal, by a native library if there is one for this system.
   *
   * <p>The library is asked for alone at first, since whatever is named besides is set up too: the
   * foreign function interface spins classes at every start, which takes longer than all the rest,
   * and programs are started to see what is a terminal.
   */
  private static Terminal open() throws IOException {
    knowCapabilities(System.getenv("TERM"));
    try {
      return builder().jni(true).ffm(false).exec(false).dumb(false).build();
    } catch (IllegalStateException noLibrary) {
      return builder().jni(false).dumb(true).build();
    }
  }

  /**
   * How terminals for sessions are made.
   *
   * <p>They must not be asked what they do with emoji: whoever asks reads what comes back, and
   * throws away what was typed meanwhile. One that does not answer costs a quarter of a second.
   */
  private static TerminalBuilder builder() {
    return TerminalBuilder.builder().name("taffrail").graphemeCluster(false).system(true);
  }

  /** What the line editor knows of terminals by itself, `infocmp` needs not be started for. */
  private static void knowCapabilities(@Nullable String type) {
    if (type != null && WELL_KNOWN.contains(type)) {
      InfoCmp.setLoadedInfoCmp(type, () -> InfoCmp.getDefaultInfoCmp(type));
    }
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

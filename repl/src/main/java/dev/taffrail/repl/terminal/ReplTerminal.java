package dev.taffrail.repl.terminal;

import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Response;
import dev.taffrail.repl.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;

/** A person at a terminal: reads lines with all that makes typing easy, and prints answers. */
public final class ReplTerminal {
  private static final String PROMPT = "rail> ";
  private static final String MORE = "....> ";
  private static final int HISTORY = 5_000;
  private static final long PATIENCE_MILLIS = 300;

  /** How many lines are shown at once on a very small terminal. */
  private static final int FEWEST = 10;

  private final Terminal terminal;
  private final ComingSession coming;
  private final LineReader reader;
  private final AtomicBoolean stopped = new AtomicBoolean();

  /** Nothing is left of it when the session is there and its greeting printed, or never comes. */
  private final CountDownLatch welcome = new CountDownLatch(1);

  private ReplTerminal(Terminal terminal, ComingSession coming, Optional<Path> history) {
    this.terminal = terminal;
    this.coming = coming;
    var builder =
        LineReaderBuilder.builder()
            .terminal(terminal)
            .appName("taffrail")
            .parser(new ReplParser(coming))
            .completer(new ReplCompleter())
            .highlighter(new ReplHighlighter(coming))
            .variable(LineReader.SECONDARY_PROMPT_PATTERN, MORE)
            .variable(LineReader.HISTORY_SIZE, HISTORY)
            .variable(LineReader.HISTORY_FILE_SIZE, HISTORY)
            .variable(LineReader.BLINK_MATCHING_PAREN, 0)
            .variable(LineReader.LIST_MAX, 60)
            .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
            .option(LineReader.Option.HISTORY_TIMESTAMPED, false)
            .option(LineReader.Option.HISTORY_INCREMENTAL, true)
            .option(LineReader.Option.INSERT_TAB, false)
            .option(LineReader.Option.AUTO_MENU, true)
            .option(LineReader.Option.GROUP, false);
    history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
    this.reader = builder.build();
  }

  /**
   * Runs a session on the terminal of this process until the person ends it.
   *
   * @throws ComingSession.Failed if there is no session
   */
  public static void run(OpeningTerminal opening, ComingSession coming, Optional<Path> history)
      throws IOException, ComingSession.Failed {
    run(opening.get(), coming, history);
  }

  /** Runs a session on a given terminal. */
  public static void run(Terminal terminal, ReplSession session, Optional<Path> history) {
    try {
      run(terminal, ComingSession.of(session), history);
    } catch (ComingSession.Failed impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Runs a session on a given terminal, also while it is only coming.
   *
   * @throws ComingSession.Failed if it does not come
   */
  public static void run(Terminal terminal, ComingSession coming, Optional<Path> history)
      throws ComingSession.Failed {
    giveSize(terminal);
    Attributes before = terminal.enterRawMode();
    // What is typed while something runs is not printed into the answer; Ctrl-C still stops it.
    Attributes between = terminal.getAttributes();
    between.setLocalFlag(Attributes.LocalFlag.ISIG, true);
    terminal.setAttributes(between);
    try {
      new ReplTerminal(terminal, coming, history).loop();
    } finally {
      terminal.setAttributes(before);
    }
  }

  /** On a terminal of no columns, as programs make them, the line editor shows no line. */
  private static void giveSize(Terminal terminal) {
    boolean dumb = terminal.getType().startsWith(Terminal.TYPE_DUMB);
    if (!dumb && (terminal.getWidth() <= 0 || terminal.getHeight() <= 0)) {
      terminal.setSize(new Size(80, 24));
    }
  }

  private void loop() throws ComingSession.Failed {
    print(ReplSession.title() + "\n:help lists the commands; new here? :tutorial\n");
    Thread reading = Thread.currentThread();
    coming.whenDecided(() -> decided(reading));
    try {
      boolean goesOn = !isDumb() || session().isPresent();
      while (goesOn) {
        goesOn = once();
      }
    } finally {
      watching.ifPresent(Thread::interrupt);
      saveHistory();
    }
  }

  private volatile Optional<WatchingThread> watching = Optional.empty();

  /** Greets above whatever is being typed, or calls the one who types away. */
  private void decided(Thread reading) {
    try {
      coming.now().ifPresent(this::greet);
    } finally {
      welcome.countDown();
    }
    if (coming.failure().isPresent()) {
      reading.interrupt();
    }
  }

  private void greet(ComingSession.Ready ready) {
    ReplSession session = ready.session();
    session.progress(this::progress);
    if (terminal.getHeight() > 0) {
      session.settings(session.settings().showing(Math.max(FEWEST, terminal.getHeight() - 4)));
    }
    reader.printAbove(ready.news() + session.banner());
    var thread = new WatchingThread(session, reader);
    thread.start();
    watching = Optional.of(thread);
  }

  /** One input and its answer; false at the end. */
  private boolean once() throws ComingSession.Failed {
    apply(coming.settings());
    String line;
    try {
      line = reader.readLine(PROMPT);
    } catch (UserInterruptException newLine) {
      failIfNoneComes();
      return true;
    } catch (EndOfFileException end) {
      return false;
    } catch (RuntimeException | StackOverflowError broken) {
      failIfNoneComes();
      print("the line editor failed: " + broken + "\n");
      return terminal.reader() != null;
    }
    Response response = answer(line);
    print(response.text());
    return !response.end();
  }

  private void failIfNoneComes() throws ComingSession.Failed {
    Optional<Throwable> failure = coming.failure();
    if (failure.isPresent()) {
      // What called us away from the line is done with that.
      Thread.interrupted();
      throw new ComingSession.Failed(failure.get());
    }
  }

  /** While something runs, Ctrl-C stops it and not the session. */
  private Response answer(String line) throws ComingSession.Failed {
    stopped.set(false);
    var before = terminal.handle(Terminal.Signal.INT, signal -> stopped.set(true));
    try {
      Optional<ReplSession> session = line.isBlank() ? Optional.empty() : session();
      if (session.isEmpty()) {
        return Response.silent();
      }
      synchronized (session.get()) {
        return session.get().enter(line);
      }
    } finally {
      terminal.handle(Terminal.Signal.INT, before);
      clearProgress();
    }
  }

  /** Waits for it; empty if the person wants to wait no longer. */
  private Optional<ReplSession> session() throws ComingSession.Failed {
    try {
      while (!welcome.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        if (stopped.get()) {
          return Optional.empty();
        }
        if (shown == 0 && !isDumb()) {
          shown = System.nanoTime();
          print("reading files…");
        }
      }
    } catch (InterruptedException calledAway) {
      failIfNoneComes();
      Thread.currentThread().interrupt();
    }
    failIfNoneComes();
    return coming.now().map(ComingSession.Ready::session);
  }

  private long shown;

  private void progress(int done, int of) {
    if (stopped.get()) {
      throw new CancellationException();
    }
    long now = System.nanoTime();
    if (done > 0 && now - shown > 100_000_000L && !isDumb()) {
      shown = now;
      terminal.writer().print("\r%d of %d objects".formatted(done, of));
      terminal.flush();
    }
  }

  private void clearProgress() {
    if (shown > 0) {
      terminal.writer().print("\r\u001b[K");
      terminal.flush();
      shown = 0;
    }
  }

  private boolean isDumb() {
    return terminal.getType().startsWith(Terminal.TYPE_DUMB);
  }

  private void print(String text) {
    terminal.writer().print(text);
    terminal.flush();
  }

  private void apply(Settings settings) {
    reader.setKeyMap(settings.vi() ? LineReader.VIINS : LineReader.EMACS);
    reader.setAutosuggestion(
        settings.suggest() && settings.colour()
            ? LineReader.SuggestionType.HISTORY
            : LineReader.SuggestionType.NONE);
  }

  /** A history that cannot be written is no reason to complain at the end. */
  private void saveHistory() {
    try {
      reader.getHistory().save();
    } catch (IOException notKept) {
      print("the history could not be kept: " + notKept.getMessage() + "\n");
    }
  }
}

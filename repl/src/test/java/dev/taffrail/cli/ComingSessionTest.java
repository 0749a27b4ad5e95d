package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.ComingSession;
import dev.taffrail.repl.terminal.ReplTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;

/** What a person may do while files are still read: everything but have answers. */
class ComingSessionTest {
  private static final String CTRL_D = "\u0004";
  private static final String ENTER = "\r";

  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final CountDownLatch read = new CountDownLatch(1);
  private final CompletableFuture<String> end = new CompletableFuture<>();

  @Test
  void anInputIsAnsweredWhenTheFilesAreRead() throws Exception {
    open("xterm", "a.yaml:1: no object\n", Optional.empty());
    sees("rail> ");
    types("123 * 2" + ENTER);
    sees("reading files…");
    assertFalse(screen().contains("246 : Int"), screen());
    read.countDown();
    sees("a.yaml:1: no object");
    sees("0 policies · 0 objects");
    sees("246 : Int");
    types(":quit" + ENTER);
    ends("well");
  }

  @Test
  void whatIsHalfTypedStaysWhenTheGreetingComes() throws Exception {
    open("xterm", "", Optional.empty());
    sees("rail> ");
    types("123 *");
    sees("123 *");
    read.countDown();
    sees("0 policies · 0 objects");
    types(" 2" + ENTER);
    sees("246 : Int");
  }

  @Test
  void tabWaitsForWhatItOffers() throws Exception {
    open("xterm", "", Optional.empty());
    sees("rail> ");
    types(":tuto\t");
    read.countDown();
    sees("tutorial");
    types(ENTER);
    sees("1 of 10");
  }

  @Test
  void controlDNeedsNoFiles() throws Exception {
    open("xterm", "", Optional.empty());
    sees("rail> ");
    types(CTRL_D);
    ends("well");
  }

  @Test
  void filesThatCannotBeReadEndTheSession() throws Exception {
    open("xterm", "", Optional.of(new IOException("gone")));
    sees("rail> ");
    types("123");
    read.countDown();
    ends("gone");
  }

  @Test
  void onADumbTerminalThePromptComesLast() throws Exception {
    open("dumb", "", Optional.empty());
    sees(":tutorial");
    assertFalse(screen().contains("rail> "), screen());
    read.countDown();
    sees("0 policies · 0 objects");
    sees("rail> ");
  }

  @Test
  void onADumbTerminalItEndsAsWell() throws Exception {
    open("dumb", "", Optional.of(new IOException("gone")));
    read.countDown();
    ends("gone");
  }

  private void open(String type, String news, Optional<Exception> problem) throws IOException {
    var terminal =
        TerminalBuilder.builder()
            .name("test")
            .type(type)
            .system(false)
            .streams(new PipedInputStream(keys, 65_536), seen)
            .encoding(StandardCharsets.UTF_8)
            .size(new Size(120, 50))
            .build();
    var coming =
        ComingSession.start(
            () -> {
              read.await();
              if (problem.isPresent()) {
                throw problem.get();
              }
              return new ComingSession.Ready(ReplCommand.session(List.of(), nobody()), news);
            },
            Settings.onTerminal(false));
    var thread =
        new Thread(
            () -> {
              try {
                ReplTerminal.run(terminal, coming, Optional.empty());
                end.complete("well");
              } catch (ComingSession.Failed failed) {
                end.complete(String.valueOf(failed.getCause().getMessage()));
              } catch (RuntimeException | Error bug) {
                end.completeExceptionally(bug);
              }
            },
            "session");
    thread.setDaemon(true);
    thread.start();
  }

  private static Surroundings nobody() {
    return new Surroundings(
        InputStream.nullInputStream(),
        OutputStream.nullOutputStream(),
        OutputStream.nullOutputStream(),
        Map.of(),
        () -> true);
  }

  private void types(String text) throws IOException {
    keys.write(text.getBytes(StandardCharsets.UTF_8));
    keys.flush();
  }

  private int looked;

  /** Waits until a text appears behind what was seen before. */
  private void sees(String text) throws InterruptedException {
    for (int i = 0; i < 3_000; i++) {
      int at = screen().indexOf(text, Math.min(looked, screen().length()));
      if (at >= 0) {
        looked = at + text.length();
        return;
      }
      Thread.sleep(10);
    }
    fail("never saw `" + text + "` in\n" + screen());
  }

  private String screen() {
    return seen.toString(StandardCharsets.UTF_8)
        .replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]|[\r\u0007\u0008]", "");
  }

  private void ends(String how) throws Exception {
    assertTrue(end.get(30, TimeUnit.SECONDS).contains(how), screen());
  }
}

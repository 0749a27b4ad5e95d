package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.ReplTerminal;
import dev.taffrail.testkit.ProjectFolders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys in, characters out: the session on a terminal that JLine makes of two streams. */
class ReplTerminalTest {
  private static final String CTRL_C = "\u0003";
  private static final String CTRL_D = "\u0004";
  private static final String CTRL_R = "\u0012";
  private static final String TAB = "\t";
  private static final String ENTER = "\r";

  /** A person who types and reads. */
  private static final class Person implements AutoCloseable {
    private final PipedOutputStream keys = new PipedOutputStream();
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
    private final Thread running;
    private int read;

    Person(String type, boolean colour, Path history) throws IOException, UsageMistake {
      ReplSession session =
          ReplCommand.session(
              List.of(ProjectFolders.root().resolve("examples/shop").toString()),
              new Surroundings(
                  InputStream.nullInputStream(),
                  OutputStream.nullOutputStream(),
                  OutputStream.nullOutputStream(),
                  Map.of(),
                  () -> true));
      session.settings(Settings.onTerminal(colour));
      Terminal terminal =
          TerminalBuilder.builder()
              .name("test")
              .type(type)
              .system(false)
              .streams(new PipedInputStream(keys, 65_536), seen)
              .encoding(StandardCharsets.UTF_8)
              .size(new Size(120, 50))
              .build();
      running =
          new Thread(() -> ReplTerminal.run(terminal, session, Optional.of(history)), "session");
      running.setDaemon(true);
      running.start();
      sees("rail> ");
    }

    void types(String text) throws IOException {
      keys.write(text.getBytes(StandardCharsets.UTF_8));
      keys.flush();
    }

    /** Waits until a text appears behind what was seen before. */
    void sees(String text) {
      for (int i = 0; i < 3_000; i++) {
        String now = screen();
        int at = now.indexOf(text, Math.min(read, now.length()));
        if (at >= 0) {
          read = at + text.length();
          return;
        }
        pause();
      }
      fail("never saw `" + text + "` in\n" + screen().substring(Math.min(read, screen().length())));
    }

    /** All that was printed, without what moves and colours. */
    String screen() {
      return raw().replaceAll("\u001b\\[[0-9;?]*[A-Za-z]|\u001b[=>]|[\r\u0007\u0008]", "");
    }

    String raw() {
      return seen.toString(StandardCharsets.UTF_8);
    }

    boolean hasEnded() throws InterruptedException {
      running.join(30_000);
      return !running.isAlive();
    }

    private static void pause() {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public void close() throws IOException {
      keys.close();
    }
  }

  @Test
  void anInputGoesOnOverLinesWhileABraceIsOpen(@TempDir Path folder) throws Exception {
    try (var person = new Person("xterm-256color", true, folder.resolve("history"))) {
      person.types("policy NoLatest {" + ENTER);
      person.sees("....> ");
      person.types("target pod: Pod require pod.name is set }" + ENTER);
      person.sees("defined repl/no-latest");
      person.sees("rail> ");
      person.types("policy TwoPods {" + ENTER + "target d: Deployment" + ENTER);
      person.types("require (d.spec.replicas ?? 1) > 1 }" + ENTER);
      person.sees("defined repl/two-pods");
      person.types(CTRL_D);
      assertTrue(person.hasEnded());
    }
  }

  @Test
  void tabCompletesAndOffers(@TempDir Path folder) throws Exception {
    try (var person = new Person("xterm-256color", true, folder.resolve("history"))) {
      person.types("cart = object(Depl" + TAB);
      person.sees("oyment");
      person.types(", \"shop\", \"cart\")" + ENTER);
      person.sees("cart : Deployment?");
      person.sees("rail> ");
      person.types("cart.spec.re" + TAB);
      person.sees("replicas");
      person.sees("revisionHistoryLimit");
      person.types("p" + TAB + ENTER);
      person.sees("= 2");
    }
  }

  @Test
  void earlierInputsAreKeptBetweenSessionsAndSearched(@TempDir Path folder) throws Exception {
    Path history = folder.resolve("history");
    try (var person = new Person("xterm-256color", true, history)) {
      person.types("1234 * 2" + ENTER);
      person.sees("2468 : Int");
      person.sees("rail> ");
      person.types(":quit" + ENTER);
      assertTrue(person.hasEnded());
    }
    assertTrue(Files.readString(history).contains("1234 * 2"));
    try (var person = new Person("xterm-256color", true, history)) {
      person.types(CTRL_R + "1234");
      person.sees("1234 * 2");
      person.types(ENTER);
      person.sees("2468 : Int");
    }
  }

  @Test
  void controlCDropsTheInputAndNotTheSession(@TempDir Path folder) throws Exception {
    try (var person = new Person("xterm-256color", true, folder.resolve("history"))) {
      person.types("policy X {" + ENTER);
      person.sees("....> ");
      person.types(CTRL_C);
      person.sees("rail> ");
      person.types("1 + 1" + ENTER);
      person.sees("2 : Int");
    }
  }

  @Test
  void withoutColoursNothingIsColoured(@TempDir Path folder) throws Exception {
    try (var person = new Person("xterm-256color", false, folder.resolve("history"))) {
      person.types("\"text\" + \"more\"" + ENTER);
      person.sees("\"textmore\" : String");
      assertFalse(person.raw().matches("(?s).*\u001b\\[[0-9;]*3[0-9]m.*"), person.raw());
    }
  }

  @Test
  void aDumbTerminalIsEnough(@TempDir Path folder) throws Exception {
    try (var person = new Person("dumb", false, folder.resolve("history"))) {
      person.types("1 + 1" + ENTER);
      person.sees("2 : Int");
      person.types(":quit" + ENTER);
      assertTrue(person.hasEnded());
      assertFalse(person.raw().contains("\u001b"), person.raw());
    }
  }

  @Test
  void anEventOfAShellIsNoEventHere(@TempDir Path folder) throws Exception {
    try (var person = new Person("xterm-256color", true, folder.resolve("history"))) {
      person.types("object(Deployment, \"shop\", \"cart\")!.name" + ENTER);
      person.sees("\"cart\" : String");
    }
  }
}

package dev.taffrail.bench;

import dev.taffrail.Workbench;
import dev.taffrail.repl.Loader;
import dev.taffrail.repl.ReplSession;
import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.ReplTerminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * How long the line editor is busy with one key, with colours, suggestions from a long history and
 * what Tab offers.
 */
final class KeystrokeTiming {
  private static final int HISTORY = 5_000;

  /** So many milliseconds without work mean that a key is dealt with. */
  private static final int QUIET = 6;

  private static final String TAB = "\t";
  private static final String DROP = "\u0003";

  /** Where a completion has something to do: a path, a policy that is not finished, a name. */
  private static final List<String> TEXTS =
      List.of(
          "one.spec.template.spec.containers[0].sec",
          "policy P {\n  target pod: Pod\n  for each c in pod.allContainers {\n    forbid c.image.ta",
          "object(Deployment, \"shop\", \"checkout-99",
          "requ");

  /** The work of the session alone: others may want the machine too. */
  private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

  private final PipedOutputStream keys = new PipedOutputStream();
  private final ByteArrayOutputStream seen = new ByteArrayOutputStream();
  private final Thread session;

  KeystrokeTiming(Workbench bench, Path folder) throws IOException {
    Path history = folder.resolve("history");
    var lines = new StringBuilder();
    for (int i = 0; i < HISTORY; i++) {
      lines.append("requests_%d = cluster(Deployment).size + %d\n".formatted(i, i));
    }
    Files.writeString(history, lines);
    var asked = new ReplSession(new Nothing(), bench, Settings.onTerminal(true));
    Terminal terminal =
        TerminalBuilder.builder()
            .name("keys")
            .type("xterm-256color")
            .system(false)
            .streams(new PipedInputStream(keys, 65_536), seen)
            .encoding(StandardCharsets.UTF_8)
            .size(new Size(120, 40))
            .build();
    session = new Thread(() -> ReplTerminal.run(terminal, asked, Optional.of(history)), "session");
    session.setDaemon(true);
    session.start();
  }

  /**
   * Types everything, many times.
   *
   * @return two rows: keys, and Tab
   */
  List<ResultTable.Row> measure(int rounds) throws IOException {
    var plain = new ArrayList<Double>();
    var tab = new ArrayList<Double>();
    waitFor(0);
    for (int i = 0; i < 2 * rounds; i++) {
      for (String text : TEXTS) {
        for (char c : text.toCharArray()) {
          double time = press(c == '\n' ? "\r" : String.valueOf(c));
          if (i >= rounds) {
            plain.add(time);
          }
        }
        double time = press(TAB);
        if (i >= rounds) {
          tab.add(time);
        }
        press(DROP);
      }
    }
    keys.close();
    return List.of(new ResultTable.Row("", "a key", plain), new ResultTable.Row("", "Tab", tab));
  }

  /** Presses a key and waits until the line editor waits for the next. */
  private double press(String key) throws IOException {
    int before = seen.size();
    long start = CLOCK.getThreadCpuTime(session.threadId());
    keys.write(key.getBytes(StandardCharsets.UTF_8));
    keys.flush();
    waitFor(before);
    return CLOCK.getThreadCpuTime(session.threadId()) - start;
  }

  private void waitFor(int before) {
    int quiet = 0;
    int last = before;
    long worked = 0;
    for (int i = 0; quiet < QUIET; i++) {
      pause();
      int now = seen.size();
      long work = CLOCK.getThreadCpuTime(session.threadId());
      quiet = now > before && now == last && work == worked ? quiet + 1 : 0;
      last = now;
      worked = work;
      if (i > 60_000 || !session.isAlive()) {
        throw new IllegalStateException("the session does not answer: " + seen);
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** Everything is there already. */
  private static final class Nothing implements Loader {
    @Override
    public Loaded load(Workbench given) {
      return new Loaded(given, List.of(), 0);
    }

    @Override
    public Loader with(String name) {
      return this;
    }

    @Override
    public Loader withParameter(String name, String value) {
      return this;
    }

    @Override
    public Map<String, String> parameters() {
      return Map.of();
    }

    @Override
    public List<Path> files() {
      return List.of();
    }
  }
}

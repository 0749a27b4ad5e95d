package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session as a person sees it: a screen that tmux draws, and keys that it presses. */
class ReplInTmuxTest {
  private static final int PATIENCE_SECONDS = 120;
  private static final String SHOP =
      ProjectFolders.root().resolve("examples/shop").toAbsolutePath().toString();

  /** Skipped, and says so, where there is no tmux. */
  @BeforeAll
  static void thereIsTmux() {
    boolean there;
    try {
      there = new ProcessBuilder("tmux", "-V").start().waitFor() == 0;
    } catch (IOException none) {
      there = false;
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
    Assumptions.assumeTrue(there, "there is no command `tmux`");
  }

  /** A terminal of 120 columns with a session in it. */
  private static final class Screen implements AutoCloseable {
    private final List<String> tmux;

    /**
     * @param environment further variables, {@code NAME=VALUE}
     */
    Screen(Path folder, String... environment) throws IOException {
      this(folder, List.of(SHOP), environment);
    }

    Screen(Path folder, List<String> loaded, String... environment) throws IOException {
      tmux = List.of("tmux", "-S", folder.resolve("tmux").toString(), "-f", "/dev/null");
      var command = new ArrayList<String>();
      command.addAll(List.of("new-session", "-d", "-x", "120", "-y", "50", "env"));
      command.add("TAFFRAIL_HISTORY=" + folder.resolve("history"));
      command.addAll(List.of(environment));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp"));
      command.add(System.getProperty("java.class.path"));
      command.addAll(List.of("dev.taffrail.cli.Main", "repl"));
      command.addAll(loaded);
      run(command);
      sees("rail>");
    }

    private String run(List<String> words) throws IOException {
      var command = new ArrayList<>(tmux);
      command.addAll(words);
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      try {
        assertTrue(process.waitFor(60, TimeUnit.SECONDS), "tmux does not end");
      } catch (InterruptedException stopped) {
        throw new AssertionError(stopped);
      }
      return said;
    }

    /** Types a text as it stands. */
    void types(String text) throws IOException {
      run(List.of("send-keys", "-l", "--", text));
    }

    /** Presses keys by the names tmux has for them. */
    void presses(String... keys) throws IOException {
      var command = new ArrayList<>(List.of("send-keys"));
      command.addAll(List.of(keys));
      run(command);
    }

    void enters(String line) throws IOException {
      types(line);
      presses("Enter");
    }

    /** What stands on the screen; lines that were too long for it in one. */
    String text() throws IOException {
      return run(List.of("capture-pane", "-p", "-J"));
    }

    /** The same with its colours. */
    String colours() throws IOException {
      return run(List.of("capture-pane", "-p", "-J", "-e"));
    }

    void sees(String wanted) throws IOException {
      for (int i = 0; i < PATIENCE_SECONDS * 10; i++) {
        if (text().contains(wanted)) {
          return;
        }
        try {
          Thread.sleep(100);
        } catch (InterruptedException stopped) {
          throw new AssertionError(stopped);
        }
      }
      fail("never saw `" + wanted + "` in\n" + text());
    }

    @Override
    public void close() throws IOException {
      run(List.of("kill-server"));
    }
  }

  @Test
  void aPolicyIsTypedOverSeveralLinesAndRun(@TempDir Path folder) throws IOException {
    try (var screen = new Screen(folder)) {
      screen.enters("policy NoLatest {");
      screen.sees("....>");
      screen.enters("  target pod: Pod");
      screen.enters(
          "  for each c in pod.allContainers { forbid (c.image.tag ?? \"latest\") == \"latest\" }");
      screen.enters("}");
      screen.sees("defined repl/no-latest");
      screen.enters(":run NoLatest");
      screen.sees("debugger-x7k2p");
      screen.enters(":quit");
    }
  }

  /** So many objects that nobody has judged them before the key is pressed. */
  @Test
  void controlCStopsARunAndNotTheSession(@TempDir Path folder) throws IOException {
    var pods = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      pods.append("---\napiVersion: v1\nkind: Pod\nmetadata: {name: pod-")
          .append(i)
          .append("}\nspec: {containers: [{name: c, image: nginx}]}\n");
    }
    Path manifest = Files.writeString(folder.resolve("pods.yaml"), pods);
    try (var screen = new Screen(folder, List.of("pss.restricted", manifest.toString()))) {
      screen.enters(":run all");
      screen.sees(" of 20000 objects");
      screen.presses("C-c");
      screen.sees("stopped");
      screen.enters("40 + 2");
      screen.sees("42 : Int");
    }
  }

  @Test
  void tabShowsWhatMayFollowAndGoesThroughIt(@TempDir Path folder) throws IOException {
    try (var screen = new Screen(folder)) {
      screen.enters("cart = object(Deployment, \"shop\", \"cart\")");
      screen.sees("cart : Deployment?");
      screen.types("cart.spec.re");
      screen.presses("Tab");
      screen.sees("revisionHistoryLimit");
      screen.sees("replicas");
      screen.presses("Tab");
      screen.presses("Enter");
      screen.presses("Enter");
      screen.sees("cart.spec.replicas : Int? = 2");
    }
  }

  @Test
  void earlierInputsAreSearched(@TempDir Path folder, @TempDir Path other) throws IOException {
    try (var screen = new Screen(folder)) {
      screen.enters("1234 * 2");
      screen.sees("2468 : Int");
      screen.enters("\"other\"");
      screen.sees("\"other\" : String");
    }
    try (var screen = new Screen(other, "TAFFRAIL_HISTORY=" + folder.resolve("history"))) {
      screen.presses("C-r");
      screen.types("123");
      screen.sees("1234 * 2");
      screen.presses("Enter");
      screen.sees("2468 : Int");
    }
  }

  @Test
  void colouredUnlessSomebodySaysNo(@TempDir Path folder, @TempDir Path other) throws IOException {
    try (var screen = new Screen(folder)) {
      screen.enters("policy");
      screen.sees("error[E");
      assertTrue(screen.colours().contains("\u001b[3"), screen.colours());
    }
    try (var screen = new Screen(other, "NO_COLOR=1")) {
      screen.enters("policy");
      screen.sees("error[E");
      assertFalse(screen.colours().contains("\u001b[3"), screen.colours());
    }
  }

  @Test
  void aDumbTerminalIsEnough(@TempDir Path folder) throws IOException {
    try (var screen = new Screen(folder, "TERM=dumb")) {
      screen.enters("20 + 22");
      screen.sees("42 : Int");
      assertEquals(screen.text(), screen.colours().replaceAll("\u001b\\[0?m", ""));
    }
  }

  @Test
  void controlCDropsTheInputAndControlDEndsTheSession(@TempDir Path folder) throws IOException {
    try (var screen = new Screen(folder)) {
      screen.enters("policy Half {");
      screen.sees("....>");
      screen.presses("C-c");
      screen.enters("40 + 2");
      screen.sees("42 : Int");
      screen.presses("C-d");
      // The screen is gone with its last program.
      for (int i = 0; i < PATIENCE_SECONDS * 10 && screen.text().contains("rail>"); i++) {
        Thread.sleep(100);
      }
      assertFalse(screen.text().contains("rail>"), screen.text());
    } catch (InterruptedException stopped) {
      throw new AssertionError(stopped);
    }
  }
}

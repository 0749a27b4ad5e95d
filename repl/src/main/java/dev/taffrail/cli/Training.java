package dev.taffrail.cli;

import dev.taffrail.repl.Settings;
import dev.taffrail.repl.terminal.OpeningTerminal;
import dev.taffrail.repl.terminal.Rehearsal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

/**
 * Does what people mostly do, so that the JVM can write down which classes that takes; started by
 * what packs archives of classes and by nobody else.
 */
public final class Training {
  private static final String KEYS =
      """
      1 + 1
      x = "a"
      x.si\t
      policy P { target pod: Pod forbid pod.spec.hostNetwork }
      :run all
      :quit
      """;

  private Training() {}

  /**
   * @param arguments the folder with the examples
   */
  public static void main(String[] arguments) throws UsageMistake, IOException {
    var nobody =
        new Surroundings(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Map.of(),
            () -> false);
    Main.run(new String[] {"check", arguments[0]}, nobody);
    OpeningTerminal.start().close();
    var session = ReplCommand.session(List.of(arguments[0]), nobody);
    session.settings(Settings.onTerminal(true));
    Rehearsal.of(session, KEYS);
  }
}

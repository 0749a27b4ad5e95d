package dev.taffrail.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One run of the command in this process: what it printed and how it ended. */
record Run(int status, String out, String err) {
  static Run of(String... args) {
    return withInput("", args);
  }

  static Run withInput(String input, String... args) {
    return run(input, Map.of(), false, args);
  }

  static Run onTerminal(Map<String, String> environment, String... args) {
    return run("", environment, true, args);
  }

  static Run withEnvironment(Map<String, String> environment, String... args) {
    return run("", environment, false, args);
  }

  private static Run run(
      String input, Map<String, String> environment, boolean terminal, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var in = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    int status = Main.run(args, new Surroundings(in, out, err, environment, () -> terminal));
    return new Run(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}

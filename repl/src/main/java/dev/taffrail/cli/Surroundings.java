package dev.taffrail.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * What a command has around it: the standard streams, the environment, and whether people watch.
 *
 * @param in standard input
 * @param out where reports go
 * @param err where everything else goes
 * @param environment variables of the environment
 * @param isTerminal whether output goes to a terminal; asked only when it matters
 */
record Surroundings(
    InputStream in,
    OutputStream out,
    OutputStream err,
    Map<String, String> environment,
    BooleanSupplier isTerminal) {

  /** Those of this process. */
  static Surroundings ofProcess() {
    return new Surroundings(
        System.in,
        new QuietPipe(new FileOutputStream(FileDescriptor.out)),
        new QuietPipe(new FileOutputStream(FileDescriptor.err)),
        System.getenv(),
        Terminals::isTerminal);
  }

  /** The same, where what would go to standard error goes elsewhere. */
  Surroundings telling(OutputStream elsewhere) {
    return new Surroundings(in, out, elsewhere, environment, isTerminal);
  }

  /** Whether to use colours, by the user's wish and the custom of terminals. */
  boolean colour(boolean refused) {
    return !refused
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "").equals("dumb")
        && isTerminal.getAsBoolean();
  }

  /** Writes to standard output. */
  void print(String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  /** Writes to standard error; nobody can be told if that fails. */
  void tell(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException nobodyListens) {
      // There is no other place to say it.
    }
  }

  /** A message in the name of the command, with lines of advice. */
  void complain(String message, List<String> advice) {
    var text = new StringBuilder("taffrail: ").append(message).append('\n');
    advice.forEach(line -> text.append("  ").append(line).append('\n'));
    tell(text.toString());
  }
}

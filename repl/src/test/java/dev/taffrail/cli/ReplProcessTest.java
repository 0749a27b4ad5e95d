package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The session as a process of its own, on a terminal of the operating system. */
class ReplProcessTest {
  /** Only such a terminal takes keys while nobody reads them yet. */
  @Test
  void whatIsTypedBeforeThePromptIsRead(@TempDir Path folder) throws Exception {
    Path output = folder.resolve("output");
    Process process = onTerminal(folder, output);
    try {
      // Left open: the end of the keys would be a key as well.
      var keys = process.getOutputStream();
      keys.write("123 * 2\n:quit\n".getBytes(StandardCharsets.UTF_8));
      keys.flush();
      boolean ended = process.waitFor(60, TimeUnit.SECONDS);
      String seen = Files.readString(output);
      assertTrue(seen.contains("246 : Int"), seen);
      assertTrue(ended, seen);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
  }

  /** Skipped, and says so, where no `script` of Linux makes terminals. */
  private static Process onTerminal(Path folder, Path output) throws IOException {
    Assumptions.assumeTrue(
        System.getProperty("os.name").equals("Linux")
            && Files.isExecutable(Path.of("/usr/bin/script")),
        "there is no command `script` as on Linux");
    String command =
        String.join(
            " ",
            "'" + Path.of(System.getProperty("java.home"), "bin", "java") + "'",
            "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC",
            "-cp '" + System.getProperty("java.class.path") + "'",
            "dev.taffrail.cli.Main repl --no-color");
    var builder =
        new ProcessBuilder("/usr/bin/script", "-qec", command, "/dev/null")
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("TERM", "xterm");
    builder.environment().put("TAFFRAIL_HISTORY", folder.resolve("history").toString());
    return builder.start();
  }
}

package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The packaged program as a process of its own; skipped until it is packaged. */
class ProcessTest {
  private static final Path JAR = ProjectFolders.root().resolve("repl/target/taffrail.jar");

  @Test
  void theProgramStartsAndTellsTheShell() throws IOException, InterruptedException {
    var process = start("check", "nowhere");
    assertEquals("", text(process));
    assertEquals(
        "taffrail: there is no file or folder `nowhere`\n",
        new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(2, process.waitFor());
  }

  @Test
  void aReaderThatHasSeenEnoughIsNoMistake() throws IOException, InterruptedException {
    var process = start("explain");
    process.getInputStream().close();
    assertEquals("", new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    assertEquals(0, process.waitFor());
  }

  @Test
  void theVersionIsThatOfTheEngine() throws IOException, InterruptedException {
    var process = start("--version");
    var version = text(process);
    assertTrue(version.startsWith("taffrail " + dev.taffrail.PolicyEngine.VERSION), version);
    assertEquals(0, process.waitFor());
  }

  private static Process start(String... args) throws IOException {
    assumeTrue(Files.isRegularFile(JAR), "the program is not packaged yet");
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        Stream.concat(
                Stream.of(java, "-cp", JAR.toString(), "dev.taffrail.cli.Main"), Stream.of(args))
            .toList();
    return new ProcessBuilder(List.copyOf(command)).start();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}

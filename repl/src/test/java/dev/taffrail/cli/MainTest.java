package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What happens when things go wrong that are nobody's usage. */
class MainTest {
  private static final OutputStream NOWHERE = OutputStream.nullOutputStream();

  /** Output that fails as the system does. */
  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void aClosedPipeEndsQuietly() {
    var err = new java.io.ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {"--help"},
            InputStream.nullInputStream(),
            new QuietPipe(failing("Broken pipe")),
            err);
    assertEquals(0, status);
    assertEquals("", err.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void aFullDiskIsReported() {
    var err = new java.io.ByteArrayOutputStream();
    int status =
        Main.run(
            new String[] {"--help"},
            InputStream.nullInputStream(),
            new QuietPipe(failing("No space left on device")),
            err);
    assertEquals(3, status);
    assertEquals(
        "taffrail: cannot write the output: No space left on device\n",
        err.toString(java.nio.charset.StandardCharsets.UTF_8));
  }

  @Test
  void errorsThatCannotBeToldChangeNothing() {
    int status =
        Main.run(new String[] {"check"}, InputStream.nullInputStream(), NOWHERE, failing("closed"));
    assertEquals(2, status);
  }

  @Test
  void aBugIsOneLine() {
    assertEquals(
        "taffrail: internal error: IllegalStateException: no output today; please report it\n",
        bug(Map.of()));
  }

  @Test
  void aBugShowsItsTraceToThoseWhoAsk() {
    var told = bug(Map.of("TAFFRAIL_DEBUG", "1"));
    assertTrue(told.contains("\tat dev.taffrail.cli.Main"), told);
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertEquals(bug(Map.of()), bug(Map.of("TAFFRAIL_DEBUG", "")));
  }

  private static String bug(Map<String, String> environment) {
    var err = new java.io.ByteArrayOutputStream();
    var out =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("no output today\nnor tomorrow");
          }
        };
    var surroundings =
        new Surroundings(InputStream.nullInputStream(), out, err, environment, () -> false);
    assertEquals(3, Main.run(new String[] {"--help"}, surroundings));
    return err.toString(java.nio.charset.StandardCharsets.UTF_8);
  }
}

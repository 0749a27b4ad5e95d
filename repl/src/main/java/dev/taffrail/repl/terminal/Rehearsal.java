package dev.taffrail.repl.terminal;

import dev.taffrail.repl.ReplSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jline.terminal.Size;
import org.jline.terminal.TerminalBuilder;

/** A session on a terminal that nobody sees, for those who want to see what it makes of keys. */
public final class Rehearsal {
  private static final Size SIZE = new Size(120, 40);

  private Rehearsal() {}

  /** Types keys, the last of which end the session. */
  public static void of(ReplSession session, String keys) throws IOException {
    try (var terminal =
        TerminalBuilder.builder()
            .name("rehearsal")
            .type("xterm-256color")
            .system(false)
            .streams(
                new ByteArrayInputStream(keys.getBytes(StandardCharsets.UTF_8)),
                OutputStream.nullOutputStream())
            .encoding(StandardCharsets.UTF_8)
            .size(SIZE)
            .build()) {
      ReplTerminal.run(terminal, session, Optional.empty());
    }
  }
}

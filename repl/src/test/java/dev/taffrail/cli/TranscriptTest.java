package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.taffrail.repl.command.Commands;
import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sessions that people have read and approved; the first line tells what they load. */
class TranscriptTest {
  private static final Path FOLDER = ProjectFolders.root().resolve("repl/src/test/transcripts");

  @ParameterizedTest
  @MethodSource("transcripts")
  void theSessionGoesAsWritten(String name, @TempDir Path empty) throws IOException, UsageMistake {
    Path file = FOLDER.resolve(name);
    String text = Files.readString(file);
    String first = text.lines().findFirst().orElseThrow();
    String words = first.substring("$ taffrail repl".length());
    String rest = text.substring(first.length() + 1);
    GoldenFiles.assertMatches(file, first + "\n" + Transcript.replayed(words, rest, empty));
  }

  /** A command that no session shows is one that nobody has looked at. */
  @Test
  void everyCommandHasASession() throws IOException {
    var all = new StringBuilder();
    for (String name : transcripts().toList()) {
      all.append(Files.readString(FOLDER.resolve(name)));
    }
    List<String> unseen =
        Commands.listed().stream()
            .map(command -> command[0])
            .filter(command -> !all.toString().contains("rail> " + command))
            .toList();
    assertTrue(unseen.isEmpty(), () -> "no session shows " + unseen);
  }

  static Stream<String> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }
}

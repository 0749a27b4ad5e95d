package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.MarkdownFile;
import dev.taffrail.testkit.MarkdownFile.Block;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the tutorial tells to do: blocks with a file name are written, commands in {@code
 * console} blocks are run in that folder, and print what stands below them.
 */
class TutorialTest {
  private static final String COMMAND = "$ taffrail ";

  @Test
  void everyCommandPrintsWhatTheTutorialShows(@TempDir Path folder)
      throws IOException, InterruptedException {
    var tutorial = MarkdownFile.of(ProjectFolders.root().resolve("docs/tutorial.md"));
    for (int i = 0; i < tutorial.blocks().size(); i++) {
      Block block = tutorial.blocks().get(i);
      if (block.info().equals("console")) {
        run(tutorial, block, folder);
      } else if (block.info().contains(" ")) {
        Path file = folder.resolve(block.info().substring(block.info().indexOf(' ') + 1));
        Files.createDirectories(file.getParent());
        Files.writeString(file, block.text());
      }
    }
  }

  private static void run(MarkdownFile tutorial, Block block, Path folder)
      throws IOException, InterruptedException {
    var session = new StringBuilder();
    for (String line : block.text().lines().filter(l -> l.startsWith(COMMAND)).toList()) {
      session.append(line).append('\n').append(output(line.substring(COMMAND.length()), folder));
    }
    if (GoldenFiles.isUpdating()) {
      tutorial.replace(block, session.toString());
    } else {
      assertEquals(block.text(), session.toString(), () -> "docs/tutorial.md:" + block.line());
    }
  }

  /** What a person sees in a terminal without colours, and the status if it is not 0. */
  private static String output(String words, Path folder) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
    command.addAll(List.of(words.split(" ")));
    var process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int status = process.waitFor();
    return text + (status == 0 ? "" : "(status " + status + ")\n");
  }
}

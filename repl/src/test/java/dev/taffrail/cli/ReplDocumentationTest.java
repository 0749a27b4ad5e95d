package dev.taffrail.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.taffrail.testkit.GoldenFiles;
import dev.taffrail.testkit.MarkdownFile;
import dev.taffrail.testkit.MarkdownFile.Block;
import dev.taffrail.testkit.ProjectFolders;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types what docs/repl.md shows: a block {@code repl PATHS} is a session with these files. */
class ReplDocumentationTest {
  @Test
  void everySessionGoesAsThePageShows(@TempDir Path empty) throws IOException, UsageMistake {
    var page = MarkdownFile.of(ProjectFolders.root().resolve("docs/repl.md"));
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = page.blocks().get(i);
      if (block.info().startsWith("repl")) {
        String words = block.info().substring("repl".length());
        String now = Transcript.replayed(words, block.text(), empty);
        if (GoldenFiles.isUpdating()) {
          page.replace(block, now);
        } else {
          assertEquals(block.text(), now, () -> "docs/repl.md:" + block.line());
        }
      }
    }
  }
}

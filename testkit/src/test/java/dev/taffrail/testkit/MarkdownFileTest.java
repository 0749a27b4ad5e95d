package dev.taffrail.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownFileTest {
  private static final String TEXT =
      """
      # One

      Wrong:

      ```rail error E0101
      a

      # no heading
      ```

      ## Two
      ```
      ```
      """;

  @TempDir Path folder;

  private MarkdownFile file(String text) throws IOException {
    return MarkdownFile.of(Files.writeString(folder.resolve("a.md"), text));
  }

  @Test
  void blocksKnowWhereTheyStand() throws IOException {
    assertEquals(
        List.of(
            new MarkdownFile.Block(
                0, "rail error E0101", 6, "# One", "Wrong:", "a\n\n# no heading\n"),
            new MarkdownFile.Block(1, "", 13, "## Two", "", "")),
        file(TEXT).blocks());
  }

  @Test
  void replacingABlockKeepsTheRest() throws IOException {
    var file = file(TEXT);
    var blocks = file.blocks();
    file.replace(blocks.get(0), "longer\nthan\nit\nwas\n");
    file.replace(blocks.get(1), "new\n");
    assertEquals(
        TEXT.replace("a\n\n# no heading\n", "longer\nthan\nit\nwas\n")
            .replace("```\n```\n", "```\nnew\n```\n"),
        Files.readString(folder.resolve("a.md")));
  }

  @Test
  void anOpenBlockIsAMistake() throws IOException {
    var file = file("text\n```rail\n");
    var failure = assertThrows(IllegalStateException.class, file::blocks);
    assertEquals(folder.resolve("a.md") + ":2: the block is not closed", failure.getMessage());
  }
}

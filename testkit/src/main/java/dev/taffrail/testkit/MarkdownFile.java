package dev.taffrail.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced code blocks of a Markdown file, so that tests can run what documentation shows. */
public final class MarkdownFile {
  private static final String FENCE = "```";

  private final Path path;

  /**
   * A fenced block.
   *
   * @param index counts the blocks of the file from 0
   * @param info the words behind the opening fence, {@code rail error E0101}
   * @param line the line of the file on which the text begins, counted from 1
   * @param heading the heading it stands under
   * @param lead the last line of prose before it
   * @param text what stands between the fences, with its line ends
   */
  public record Block(int index, String info, int line, String heading, String lead, String text) {}

  private MarkdownFile(Path path) {
    this.path = path;
  }

  public static MarkdownFile of(Path path) {
    return new MarkdownFile(path);
  }

  /** All blocks, in the order of the file. */
  public List<Block> blocks() {
    var blocks = new ArrayList<Block>();
    var heading = "";
    var lead = "";
    var lines = lines();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      if (line.startsWith(FENCE)) {
        int end = closing(lines, i);
        var text = new StringBuilder();
        lines.subList(i + 1, end).forEach(l -> text.append(l).append('\n'));
        var info = line.substring(FENCE.length()).strip();
        blocks.add(new Block(blocks.size(), info, i + 2, heading, lead, text.toString()));
        i = end;
      } else if (line.startsWith("#")) {
        heading = line;
        lead = "";
      } else if (!line.isBlank()) {
        lead = line;
      }
    }
    return blocks;
  }

  /** Writes another text between the fences of a block; the rest of the file stays as it is. */
  public void replace(Block block, String text) {
    var lines = new ArrayList<>(lines());
    int start = blocks().get(block.index()).line() - 1;
    lines.subList(start, closing(lines, start - 1)).clear();
    lines.addAll(start, text.lines().toList());
    try {
      Files.writeString(path, String.join("\n", lines) + "\n");
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  private int closing(List<String> lines, int opening) {
    for (int i = opening + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(FENCE)) {
        return i;
      }
    }
    throw new IllegalStateException("%s:%d: the block is not closed".formatted(path, opening + 1));
  }

  private List<String> lines() {
    try {
      return Files.readAllLines(path);
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }
}

package dev.taffrail.compiler.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A text of definitions cut into its blocks, each parsed only when somebody asks for it.
 *
 * <p>Blocks are parted by blank lines; the first line is the block's title, with a version range if
 * not every version has it. Lines that start with {@code #} are comments.
 */
final class SchemaText {
  private static final String DEFINITION = "definition ";
  private static final String RANGE = " @";
  private static final char COMMENT = '#';

  private final String text;
  private final Map<String, Block> blocksByTitle = new HashMap<>();

  /** The lines under one title. */
  final class Block {
    private final Optional<String> range;
    private final int start;
    private final int end;

    private Block(Optional<String> range, int start, int end) {
      this.range = range;
      this.start = start;
      this.end = end;
    }

    boolean isIn(String version) {
      return range.isEmpty() || VersionRange.includes(range.get(), version);
    }

    List<String> lines() {
      var lines = new ArrayList<String>();
      int lineStart = start;
      while (lineStart < end) {
        int lineEnd = endOfLine(lineStart);
        if (text.charAt(lineStart) != COMMENT) {
          lines.add(text.substring(lineStart, lineEnd));
        }
        lineStart = lineEnd + 1;
      }
      return lines;
    }
  }

  private SchemaText(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int blank = text.indexOf("\n\n", start);
      int end = blank < 0 ? text.length() : blank + 1;
      addBlock(afterComments(start, end), end);
      start = end + 1;
    }
  }

  static SchemaText of(String text) {
    return new SchemaText(text);
  }

  /** Reads a file that is packaged beside this class. */
  static SchemaText read(String name) {
    return new SchemaText(
        Resources.find(name)
            .orElseThrow(() -> new IllegalStateException("the file " + name + " is not packaged")));
  }

  Optional<Block> block(String title) {
    return Optional.ofNullable(blocksByTitle.get(title));
  }

  Optional<Block> definition(String name) {
    return block(DEFINITION + name);
  }

  /** The lines under a title; none if there is no such block. */
  List<String> lines(String title) {
    return block(title).map(Block::lines).orElse(List.of());
  }

  /** The names or ids of all definitions, of any version. */
  List<String> definitionIds() {
    return blocksByTitle.keySet().stream()
        .filter(title -> title.startsWith(DEFINITION))
        .map(title -> title.substring(DEFINITION.length()))
        .sorted()
        .toList();
  }

  private void addBlock(int start, int end) {
    if (start >= end) {
      return;
    }
    int headingEnd = endOfLine(start);
    String heading = text.substring(start, headingEnd);
    int range = heading.indexOf(RANGE);
    blocksByTitle.put(
        range < 0 ? heading : heading.substring(0, range),
        new Block(
            range < 0 ? Optional.empty() : Optional.of(heading.substring(range + RANGE.length())),
            headingEnd + 1,
            end));
  }

  private int afterComments(int blockStart, int end) {
    int start = blockStart;
    while (start < end && text.charAt(start) == COMMENT) {
      start = endOfLine(start) + 1;
    }
    return start;
  }

  private int endOfLine(int start) {
    int newline = text.indexOf('\n', start);
    return newline < 0 ? text.length() : newline;
  }
}

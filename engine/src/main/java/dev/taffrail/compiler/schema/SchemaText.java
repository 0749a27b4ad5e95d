package dev.taffrail.compiler.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A schema file cut into its blocks, whose lines nobody has read yet.
 *
 * <p>A command reads the few definitions its policies name, so only the places of blocks are worked
 * out at start-up. Blocks are parted by blank lines; the first line says what a block is.
 */
final class SchemaText {
  private static final String RANGE = " @";
  private static final String DEFINITION = "definition ";

  private final String text;
  private final Map<String, Block> blocksByTitle = new HashMap<>();

  /** The lines under one heading. */
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
      return text.substring(start, end).lines().toList();
    }
  }

  private SchemaText(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int blank = text.indexOf("\n\n", start);
      int end = blank < 0 ? text.length() : blank + 1;
      addBlock(start, end);
      start = end + 1;
    }
  }

  /** Reads a file that is packaged beside this class. */
  static SchemaText read(String name) {
    return find(name)
        .orElseThrow(
            () -> new IllegalStateException("the schema file " + name + " is not packaged"));
  }

  /** Reads a file that may be packaged beside this class. */
  static Optional<SchemaText> find(String name) {
    try (InputStream in = SchemaText.class.getResourceAsStream(name)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new SchemaText(new String(in.readAllBytes(), StandardCharsets.UTF_8)));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  static SchemaText of(String text) {
    return new SchemaText(text);
  }

  /** The block whose heading, without a version range, is the title. */
  Optional<Block> block(String title) {
    return Optional.ofNullable(blocksByTitle.get(title));
  }

  /** The lines under a title; none if there is no such block. */
  List<String> lines(String title) {
    return block(title).map(Block::lines).orElse(List.of());
  }

  /** The ids of all definitions, of any version. */
  List<String> definitionIds() {
    return blocksByTitle.keySet().stream()
        .filter(title -> title.startsWith(DEFINITION))
        .map(title -> title.substring(DEFINITION.length()))
        .sorted()
        .toList();
  }

  private void addBlock(int blockStart, int end) {
    int start = afterComments(blockStart, end);
    int newline = text.indexOf('\n', start);
    if (start >= end || newline < 0) {
      return;
    }
    String heading = text.substring(start, newline);
    int at = heading.indexOf(RANGE);
    String title = at < 0 ? heading : heading.substring(0, at);
    Optional<String> range =
        at < 0 ? Optional.empty() : Optional.of(heading.substring(at + RANGE.length()));
    blocksByTitle.put(title, new Block(range, newline + 1, end));
  }

  private int afterComments(int blockStart, int end) {
    int start = blockStart;
    while (start < end && text.charAt(start) == '#') {
      start = text.indexOf('\n', start) + 1;
    }
    return start;
  }
}

package dev.taffrail.compiler.schema;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The definitions of one Go package as text, each parsed only when somebody asks for it. */
final class PackageText {
  private static final String HEADING = "definition ";
  private static final char COMMENT = '#';
  private static final String RANGE = " @";

  private final String text;
  private final Map<String, Block> blocksByName = new HashMap<>();

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
      var lines = new ArrayList<String>();
      int lineStart = start;
      while (lineStart < end) {
        int newline = text.indexOf('\n', lineStart);
        if (text.charAt(lineStart) != COMMENT) {
          lines.add(text.substring(lineStart, newline));
        }
        lineStart = newline + 1;
      }
      return lines;
    }
  }

  /** Blocks are parted by blank lines; one that is no definition is a comment. */
  PackageText(String text) {
    this.text = text;
    int start = 0;
    while (start < text.length()) {
      int blank = text.indexOf("\n\n", start);
      int end = blank < 0 ? text.length() : blank + 1;
      if (text.startsWith(HEADING, start)) {
        addBlock(start + HEADING.length(), end);
      }
      start = end + 1;
    }
  }

  Optional<Block> definition(String name) {
    return Optional.ofNullable(blocksByName.get(name));
  }

  List<String> names() {
    return blocksByName.keySet().stream().sorted().toList();
  }

  private void addBlock(int start, int end) {
    int newline = text.indexOf('\n', start);
    String heading = text.substring(start, newline);
    int range = heading.indexOf(RANGE);
    blocksByName.put(
        range < 0 ? heading : heading.substring(0, range),
        new Block(
            range < 0 ? Optional.empty() : Optional.of(heading.substring(range + RANGE.length())),
            newline + 1,
            end));
  }
}

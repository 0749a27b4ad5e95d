package dev.taffrail.source;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A named text that finds its own lines.
 *
 * <p>Immutable and safe to share. Line starts are computed once, on first use. A line ends at
 * {@code \n}, {@code \r\n} or a lone {@code \r}.
 */
public final class SourceFile {
  /** From here on, columns are not worth counting from the start of the line each time. */
  private static final int LONG_LINE = 4096;

  private final String name;
  private final String text;
  private volatile @Nullable SurrogatePairs pairs;
  private volatile int[] lineStarts = new int[0];

  private SourceFile(String name, String text) {
    this.name = name;
    this.text = text;
  }

  /**
   * A source file.
   *
   * @param name how reports call it, usually the path as the user gave it, with forward slashes
   * @param text the decoded text, without a byte order mark
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  public Span span(int start, int end) {
    return new Span(this, start, end);
  }

  /** Line and column of an offset from 0 to the length of the text. */
  public Position position(int offset) {
    int line = lineIndex(offset);
    return new Position(line + 1, codePoints(starts()[line], Math.min(offset, text.length())) + 1);
  }

  private int codePoints(int start, int end) {
    if (end - start < LONG_LINE) {
      return text.codePointCount(start, end);
    }
    SurrogatePairs known = pairs;
    if (known == null) {
      known = new SurrogatePairs(text);
      pairs = known;
    }
    return known.codePoints(start, end);
  }

  public int lineCount() {
    return starts().length;
  }

  /**
   * The text of a line without its line end.
   *
   * @param line 1-based
   */
  public String line(int line) {
    int start = starts()[line - 1];
    int end = line < starts().length ? starts()[line] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset at which a 1-based line starts. */
  public int lineStart(int line) {
    return starts()[line - 1];
  }

  private int lineIndex(int offset) {
    int found = Arrays.binarySearch(starts(), offset);
    return found >= 0 ? found : -found - 2;
  }

  private int[] starts() {
    int[] known = lineStarts;
    if (known.length == 0) {
      known = findLineStarts(text);
      lineStarts = known;
    }
    return known;
  }

  private static int[] findLineStarts(String text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean ends =
          c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
      if (ends) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  @Override
  public String toString() {
    return name;
  }
}

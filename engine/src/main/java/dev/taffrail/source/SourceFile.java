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

  /** The number of each line, for an excerpt; empty where lines are numbered from 1. */
  private final int[] lineNumbers;

  private volatile @Nullable SurrogatePairs pairs;
  private volatile int[] lineStarts = new int[0];

  private SourceFile(String name, String text, int[] lineNumbers) {
    this.name = name;
    this.text = text;
    this.lineNumbers = lineNumbers;
  }

  /**
   * A source file.
   *
   * @param name how reports call it, usually the path as the user gave it, with forward slashes
   * @param text the decoded text, without a byte order mark
   */
  public static SourceFile of(String name, String text) {
    return new SourceFile(name, text, new int[0]);
  }

  /**
   * Some lines of a file, which keep their numbers.
   *
   * @param lines 1-based, ascending, without repetition
   */
  public SourceFile excerpt(int[] lines) {
    var kept = new StringBuilder();
    for (int line : lines) {
      int next = line < lineCount() ? lineStart(line + 1) : text.length();
      kept.append(text, lineStart(line), next);
    }
    return new SourceFile(name, kept.toString(), lines.clone());
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
    return new Position(
        number(line), codePoints(starts()[line], Math.min(offset, text.length())) + 1);
  }

  private int number(int line) {
    // behind the last line end there is one more line
    return lineNumbers.length == 0
        ? line + 1
        : line < lineNumbers.length ? lineNumbers[line] : lineNumbers[lineNumbers.length - 1] + 1;
  }

  private int index(int number) {
    return lineNumbers.length == 0 ? number - 1 : Arrays.binarySearch(lineNumbers, number);
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
   * The text of a line without its line end; empty if an excerpt leaves it out.
   *
   * @param line 1-based
   */
  public String line(int line) {
    int index = index(line);
    if (index < 0) {
      return "";
    }
    int start = starts()[index];
    int end = index + 1 < starts().length ? starts()[index + 1] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return text.substring(start, end);
  }

  /** The offset at which a 1-based line starts. */
  public int lineStart(int line) {
    return starts()[index(line)];
  }

  /** Which of the lines that are held an offset lies in, from 0. */
  public int lineIndex(int offset) {
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

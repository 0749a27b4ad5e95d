package dev.taffrail.diagnostic;

import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Prints lines of one file with their underlines.
 *
 * <p>The words of the last underline of a line stand beside it, those of the others hang below
 * theirs, from right to left.
 */
final class Excerpt {
  /** An underline in columns of the printed line. */
  private record Mark(int start, int end, boolean primary, String words) {}

  private final SourceFile source;
  private final int numberWidth;
  private final Style style;
  private final Level level;
  private final StringBuilder out = new StringBuilder();

  Excerpt(SourceFile source, int numberWidth, Style style, Level level) {
    this.source = source;
    this.numberWidth = numberWidth;
    this.style = style;
    this.level = level;
  }

  String print(List<Underline> underlines) {
    var byLine = new TreeMap<Integer, List<Underline>>();
    for (Underline underline : underlines) {
      byLine.computeIfAbsent(underline.line(), line -> new ArrayList<>()).add(underline);
    }
    int previous = byLine.firstKey();
    for (var lines : byLine.entrySet()) {
      int line = lines.getKey();
      if (line == previous + 2) {
        print(line - 1, List.of());
      } else if (line > previous + 2) {
        row("", "·", "");
      }
      print(line, lines.getValue());
      previous = line;
    }
    return out.toString();
  }

  private void print(int number, List<Underline> underlines) {
    int interesting =
        underlines.stream()
            .min(Comparator.comparing(underline -> !underline.primary()))
            .map(Underline::start)
            .orElse(0);
    var line = SourceLine.of(source.line(number), interesting);
    row(Integer.toString(number), "│", line.text().stripTrailing());
    if (!underlines.isEmpty()) {
      printMarks(
          underlines.stream()
              .map(
                  underline -> {
                    int start = line.column(underline.start());
                    int end = Math.max(line.column(underline.end()), start + 1);
                    return new Mark(start, end, underline.primary(), underline.words());
                  })
              .sorted(Comparator.comparingInt(Mark::start).thenComparingInt(Mark::end))
              .toList());
    }
  }

  private void printMarks(List<Mark> marks) {
    var underlining = new MarkRow();
    for (Mark mark : marks) {
      if (!mark.primary()) {
        underlining.put(mark.start(), "-".repeat(mark.end() - mark.start()), false);
      }
    }
    for (Mark mark : marks) {
      if (mark.primary()) {
        underlining.put(mark.start(), "^".repeat(mark.end() - mark.start()), true);
      }
    }
    var hanging = new ArrayList<>(marks);
    var last = marks.getLast();
    if (last.end() == underlining.length() && !last.words().isEmpty()) {
      underlining.put(last.end() + 1, words(last), last.primary());
      hanging.removeLast();
    }
    hanging.removeIf(mark -> mark.words().isEmpty());
    row(underlining);
    while (!hanging.isEmpty()) {
      var mark = hanging.removeLast();
      var row = new MarkRow();
      hanging.forEach(other -> row.put(other.start(), "│", other.primary()));
      row.put(mark.start(), "│ " + words(mark), mark.primary());
      row(row);
    }
  }

  private static String words(Mark mark) {
    return Printable.text(mark.words());
  }

  private void row(MarkRow marks) {
    row("", "│", marks.print(style, level));
  }

  private void row(String number, String bar, String text) {
    var gutter = " ".repeat(numberWidth - number.length()) + number + " " + bar;
    out.append(style.gutter(gutter));
    out.append(text.isEmpty() ? "" : " " + text).append('\n');
  }
}

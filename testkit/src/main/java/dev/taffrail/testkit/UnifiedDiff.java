package dev.taffrail.testkit;

import java.util.ArrayList;
import java.util.List;

/** Shows how two texts differ, line by line, the way {@code diff -u} does. */
final class UnifiedDiff {
  private static final int CONTEXT = 3;

  /** Above this many pairs of lines the changed middle is shown as one block, to stay quick. */
  private static final long LARGEST_TABLE = 4_000_000;

  private record Line(char mark, String text) {}

  private UnifiedDiff() {}

  static String between(String before, String after) {
    return hunks(edits(lines(before), lines(after)));
  }

  /** A missing last line end is a difference that must be seen, as {@code diff} shows it. */
  private static List<String> lines(String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    var last = lines.removeLast();
    if (!last.isEmpty()) {
      lines.add(last + "\n\\ no line end here");
    }
    return lines;
  }

  private static List<Line> edits(List<String> before, List<String> after) {
    int head = 0;
    while (head < Math.min(before.size(), after.size())
        && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < Math.min(before.size(), after.size()) - head
        && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
      tail++;
    }
    var edits = new ArrayList<Line>();
    mark(' ', before.subList(0, head), edits);
    changed(
        before.subList(head, before.size() - tail),
        after.subList(head, after.size() - tail),
        edits);
    mark(' ', before.subList(before.size() - tail, before.size()), edits);
    return edits;
  }

  private static void changed(List<String> before, List<String> after, List<Line> edits) {
    if ((long) before.size() * after.size() > LARGEST_TABLE) {
      mark('-', before, edits);
      mark('+', after, edits);
      return;
    }
    var common = commonLengths(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() && j < after.size()) {
      if (before.get(i).equals(after.get(j))) {
        edits.add(new Line(' ', before.get(i)));
        i++;
        j++;
      } else if (common[i + 1][j] >= common[i][j + 1]) {
        edits.add(new Line('-', before.get(i++)));
      } else {
        edits.add(new Line('+', after.get(j++)));
      }
    }
    mark('-', before.subList(i, before.size()), edits);
    mark('+', after.subList(j, after.size()), edits);
  }

  /** How many lines the rests from i and from j have in common. */
  private static int[][] commonLengths(List<String> before, List<String> after) {
    var common = new int[before.size() + 1][after.size() + 1];
    for (int i = before.size() - 1; i >= 0; i--) {
      for (int j = after.size() - 1; j >= 0; j--) {
        common[i][j] =
            before.get(i).equals(after.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    return common;
  }

  private static void mark(char mark, List<String> lines, List<Line> edits) {
    lines.forEach(text -> edits.add(new Line(mark, text)));
  }

  private static String hunks(List<Line> edits) {
    var out = new StringBuilder();
    int lastShown = -1;
    int beforeLine = 1;
    int afterLine = 1;
    for (int i = 0; i < edits.size(); i++) {
      var line = edits.get(i);
      if (isNearAChange(edits, i)) {
        if (lastShown != i - 1 || i == 0) {
          out.append("@@ -%d +%d @@\n".formatted(beforeLine, afterLine));
        }
        out.append(line.mark()).append(line.text()).append('\n');
        lastShown = i;
      }
      beforeLine += line.mark() == '+' ? 0 : 1;
      afterLine += line.mark() == '-' ? 0 : 1;
    }
    return out.toString();
  }

  private static boolean isNearAChange(List<Line> edits, int index) {
    int from = Math.max(0, index - CONTEXT);
    int to = Math.min(edits.size(), index + CONTEXT + 1);
    return edits.subList(from, to).stream().anyMatch(line -> line.mark() != ' ');
  }
}

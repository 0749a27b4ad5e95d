package dev.taffrail.tooling.format;

import java.util.ArrayList;
import java.util.List;

/** Shows how a text differs from another, line by line, in the form that {@code patch} reads. */
public final class LineDiff {
  private static final int CONTEXT = 3;

  /** Above this many pairs of lines the changed part is shown as one, to stay quick. */
  private static final long LARGEST_TABLE = 4_000_000;

  private record Line(char mark, String text) {}

  private LineDiff() {}

  /** The differences; empty if there are none. */
  public static String between(String name, String before, String after) {
    List<Line> edits = edits(lines(before), lines(after));
    var out = new StringBuilder();
    int from = nextChange(edits, 0);
    while (from < edits.size()) {
      int to = from;
      for (int next = from; next < edits.size() && next - to <= 2 * CONTEXT; ) {
        to = next + 1;
        next = nextChange(edits, to);
      }
      hunk(edits, Math.max(0, from - CONTEXT), Math.min(edits.size(), to + CONTEXT), out);
      from = nextChange(edits, to);
    }
    return out.isEmpty() ? "" : "--- " + name + "\n+++ " + name + "\n" + out;
  }

  private static List<String> lines(String text) {
    return List.of(text.split("(?<=\n)"));
  }

  private static int nextChange(List<Line> edits, int from) {
    int at = from;
    while (at < edits.size() && edits.get(at).mark() == ' ') {
      at++;
    }
    return at;
  }

  private static List<Line> edits(List<String> before, List<String> after) {
    int shorter = Math.min(before.size(), after.size());
    int head = 0;
    while (head < shorter && before.get(head).equals(after.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
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
    int[][] common = commonLengths(before, after);
    int i = 0;
    int j = 0;
    while (i < before.size() || j < after.size()) {
      boolean both = i < before.size() && j < after.size();
      if (both && before.get(i).equals(after.get(j))) {
        edits.add(new Line(' ', before.get(i++)));
        j++;
      } else if (j == after.size() || both && common[i + 1][j] >= common[i][j + 1]) {
        edits.add(new Line('-', before.get(i++)));
      } else {
        edits.add(new Line('+', after.get(j++)));
      }
    }
  }

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

  private static void hunk(List<Line> edits, int from, int to, StringBuilder out) {
    long oldStart = count(edits, 0, from, '+') + 1;
    long newStart = count(edits, 0, from, '-') + 1;
    out.append(
        "@@ -%d,%d +%d,%d @@\n"
            .formatted(
                oldStart, count(edits, from, to, '+'), newStart, count(edits, from, to, '-')));
    for (Line line : edits.subList(from, to)) {
      out.append(line.mark()).append(line.text());
      if (!line.text().endsWith("\n")) {
        out.append("\n\\ No newline at end of file\n");
      }
    }
  }

  /** Lines of one side: all but those that only the other side has. */
  private static long count(List<Line> edits, int from, int to, char without) {
    return edits.subList(from, to).stream().filter(line -> line.mark() != without).count();
  }
}

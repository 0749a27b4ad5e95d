package dev.taffrail.compiler.parse;

import java.util.ArrayList;
import java.util.List;

/**
 * Removes from a {@code """} text the indentation that belongs to the policy file.
 *
 * <p>The white space that all lines begin with goes; lines without anything else do not count. The
 * first and the last line go when there is nothing on them beside the quotes, so a text ends
 * without a line end unless it shows an empty line. Line ends become {@code \n} whatever the file
 * has.
 */
final class BlockIndentation {
  private BlockIndentation() {}

  static List<Piece> strip(List<Piece> pieces) {
    var lines = lines(pieces);
    boolean firstLineBesideQuotes = true;
    if (lines.size() > 1 && isBlank(lines.getFirst())) {
      lines.removeFirst();
      firstLineBesideQuotes = false;
    }
    if (lines.size() > 1 && isBlank(lines.getLast())) {
      lines.removeLast();
    }
    var indented = lines.subList(firstLineBesideQuotes ? 1 : 0, lines.size());
    int common = commonIndentation(indented);
    indented.replaceAll(line -> withoutIndentation(line, common));

    var stripped = new ArrayList<Piece>();
    for (int i = 0; i < lines.size(); i++) {
      stripped.addAll(lines.get(i));
      if (i + 1 < lines.size()) {
        stripped.add(lineEnd(lines.get(i), lines.get(i + 1)));
      }
    }
    return stripped;
  }

  /** Every line has at least one piece, though it may be empty. */
  private static List<List<Piece>> lines(List<Piece> pieces) {
    var lines = new ArrayList<List<Piece>>();
    var line = new ArrayList<Piece>();
    for (Piece piece : pieces) {
      if (!(piece instanceof Piece.Raw raw)) {
        line.add(piece);
        continue;
      }
      int start = 0;
      for (int i = 0; i < raw.text().length(); i++) {
        char c = raw.text().charAt(i);
        if (c == '\n' || c == '\r') {
          line.add(part(raw, start, i));
          lines.add(line);
          line = new ArrayList<>();
          boolean pair =
              c == '\r' && i + 1 < raw.text().length() && raw.text().charAt(i + 1) == '\n';
          i += pair ? 1 : 0;
          start = i + 1;
        }
      }
      line.add(part(raw, start, raw.text().length()));
    }
    lines.add(line);
    return lines;
  }

  private static Piece.Raw part(Piece.Raw raw, int start, int end) {
    var span = raw.span();
    // the text of a piece is as written, so its offsets are those of the file
    return new Piece.Raw(
        span.source().span(span.start() + start, span.start() + end),
        raw.text().substring(start, end));
  }

  private static boolean isBlank(List<Piece> line) {
    return line.stream().allMatch(piece -> piece instanceof Piece.Raw raw && raw.text().isBlank());
  }

  private static int commonIndentation(List<List<Piece>> lines) {
    String common = null;
    for (List<Piece> line : lines) {
      if (!isBlank(line)) {
        var indentation = indentation(line);
        common = common == null ? indentation : commonPrefix(common, indentation);
      }
    }
    return common == null ? 0 : common.length();
  }

  private static String indentation(List<Piece> line) {
    if (!(line.getFirst() instanceof Piece.Raw raw)) {
      return "";
    }
    int end = 0;
    while (end < raw.text().length() && isIndentation(raw.text().charAt(end))) {
      end++;
    }
    return raw.text().substring(0, end);
  }

  private static boolean isIndentation(char c) {
    return c == ' ' || c == '\t';
  }

  private static String commonPrefix(String one, String other) {
    int end = 0;
    while (end < one.length() && end < other.length() && one.charAt(end) == other.charAt(end)) {
      end++;
    }
    return one.substring(0, end);
  }

  private static List<Piece> withoutIndentation(List<Piece> line, int length) {
    if (line.isEmpty() || !(line.getFirst() instanceof Piece.Raw raw)) {
      return line;
    }
    var shorter = new ArrayList<>(line);
    shorter.set(0, part(raw, Math.min(length, raw.text().length()), raw.text().length()));
    return shorter;
  }

  /** The line end between two lines, and the indentation that was stripped behind it. */
  private static Piece lineEnd(List<Piece> line, List<Piece> next) {
    int start = line.getLast().span().end();
    int end = next.getFirst().span().start();
    return new Piece.Raw(line.getLast().span().source().span(start, end), "\n");
  }
}

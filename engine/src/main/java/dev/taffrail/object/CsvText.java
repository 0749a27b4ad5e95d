package dev.taffrail.object;

import dev.taffrail.object.Manifest.ReadProblem;
import dev.taffrail.source.SourceFile;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * Reads tables of comma-separated values, RFC 4180: the first line names the columns, each further
 * line is an object of texts. Empty cells are left out.
 */
final class CsvText {
  private final SourceFile source;
  private final String text;
  private final List<ReadProblem> problems = new ArrayList<>();
  private int at;

  private CsvText(SourceFile source) {
    this.source = source;
    this.text = source.text();
  }

  static EmbeddedText read(SourceFile source) {
    return new CsvText(source).table();
  }

  private EmbeddedText table() {
    skipComment();
    List<Node.Text> columns = row();
    checkNames(columns);
    var rows = new ArrayList<Node>();
    while (at < text.length() && problems.isEmpty()) {
      List<Node.Text> cells = row();
      boolean blank = cells.size() == 1 && cells.get(0).value().isEmpty();
      if (!blank && cells.size() != columns.size()) {
        problem(
            cells.get(0).start(),
            cells.get(cells.size() - 1).end(),
            "this line has %d cells, but there are %d columns"
                .formatted(cells.size(), columns.size()),
            "put texts with commas into double quotes");
      } else if (!blank) {
        rows.add(object(columns, cells));
      }
    }
    return new EmbeddedText(
        problems.isEmpty() ? List.of(new Node.Sequence(rows, 0, text.length())) : List.of(),
        problems);
  }

  /** Lines above the names of the columns may say what the table is, and as of when. */
  private void skipComment() {
    while (at < text.length() && text.charAt(at) == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end + 1;
    }
  }

  private void checkNames(List<Node.Text> columns) {
    var seen = new LinkedHashSet<String>();
    for (Node.Text column : columns) {
      if (column.value().isEmpty() || !seen.add(column.value())) {
        problem(
            column.start(),
            column.end(),
            column.value().isEmpty() ? "a column has no name" : "two columns have this name",
            "name each column once in the first line");
      }
    }
  }

  private static Node object(List<Node.Text> columns, List<Node.Text> cells) {
    var keys = new ArrayList<String>();
    var starts = new ArrayList<Integer>();
    var values = new ArrayList<Node>();
    for (int i = 0; i < cells.size(); i++) {
      if (!cells.get(i).value().isEmpty()) {
        keys.add(columns.get(i).value());
        starts.add(columns.get(i).start());
        values.add(cells.get(i));
      }
    }
    return new Node.Mapping(
        keys.toArray(String[]::new),
        starts.stream().mapToInt(Integer::intValue).toArray(),
        values.toArray(Node[]::new),
        cells.get(0).start(),
        cells.get(cells.size() - 1).end());
  }

  /** The cells of the line that starts here; afterwards the next line starts here. */
  private List<Node.Text> row() {
    var cells = new ArrayList<Node.Text>();
    while (true) {
      cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
      if (at < text.length() && text.charAt(at) == ',') {
        at++;
      } else {
        break;
      }
    }
    if (text.startsWith("\r\n", at)) {
      at += 2;
    } else if (at < text.length()) {
      at++;
    }
    return cells;
  }

  private Node.Text plain() {
    int start = at;
    while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return new Node.Text(text.substring(start, at).strip(), start, at);
  }

  private Node.Text quoted() {
    int start = at++;
    var value = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c != '"') {
        value.append(c);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        if (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
          problem(start, at, "text follows behind the closing quote", "double quotes inside: \"\"");
          at = text.length();
        }
        return new Node.Text(value.toString(), start, Math.min(at, text.length()));
      }
    }
    problem(start, start + 1, "the quote that opens here is never closed", "close it");
    return new Node.Text(value.toString(), start, at);
  }

  private void problem(int start, int end, String message, String help) {
    problems.add(new ReadProblem(source.span(start, Math.max(start, end)), message, help));
  }
}

package dev.taffrail.report;

import dev.taffrail.source.Printable;
import java.util.List;
import java.util.stream.Collectors;

/** The table about a framework, for people. */
final class ComplianceText {
  private static final int LONGEST_TITLE = 64;
  private static final int STATUS = 14;

  private final Paint paint;

  ComplianceText(Paint paint) {
    this.paint = paint;
  }

  String of(Compliance compliance) {
    var text = new StringBuilder();
    List<Compliance.Row> rows = compliance.controls();
    int ids = rows.stream().mapToInt(row -> row.id().length()).max().orElse(0);
    // Where the number is the title, as with NSA, it would stand there twice.
    boolean named = rows.stream().allMatch(row -> row.id().equals(row.title()));
    int titles =
        named
            ? 1
            : Math.min(
                LONGEST_TITLE, rows.stream().mapToInt(r -> r.title().length()).max().orElse(1));
    String line = "%-" + Math.max(1, ids) + "s  %-" + titles + "s  %-" + STATUS + "s  %7s  %8s\n";
    text.append(paint.strong(Printable.line(compliance.title()))).append('\n');
    text.append(line.formatted("", "", "", "objects", "findings"));
    for (Compliance.Row row : rows) {
      boolean counted = row.status() != Compliance.Status.NO_POLICY;
      text.append(
          line.formatted(
                  Printable.line(row.id()),
                  named ? "" : Printable.shortened(Printable.line(row.title()), LONGEST_TITLE),
                  row.status().word(),
                  counted ? String.valueOf(row.objects()) : "",
                  counted ? String.valueOf(row.violations() + row.errors() + row.waived()) : "")
              .replaceAll(" +\n", "\n"));
    }
    return text.append(totals(compliance)).append('\n').toString();
  }

  private static String totals(Compliance compliance) {
    return compliance.totals().entrySet().stream()
        .filter(e -> e.getValue() > 0)
        .map(e -> e.getValue() + " " + e.getKey().word())
        .collect(Collectors.joining(", ", compliance.controls().size() + " controls: ", ""));
  }
}

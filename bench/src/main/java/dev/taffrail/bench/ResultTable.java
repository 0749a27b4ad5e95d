package dev.taffrail.bench;

import java.util.List;
import java.util.Locale;

/** Medians and how they compare; means say little on a machine that does other work too. */
final class ResultTable {
  private ResultTable() {}

  /**
   * What was measured of one way to do something.
   *
   * @param group what it was done with; only rows of one group are compared
   * @param nanoseconds the time of one operation, for each iteration of each fork
   */
  record Row(String group, String name, List<Double> nanoseconds) {
    Row {
      nanoseconds = nanoseconds.stream().sorted().toList();
    }

    double median() {
      return quantile(nanoseconds, 0.5);
    }
  }

  /**
   * The rows as text, each with its median as a multiple of that of the named one.
   *
   * @param baseline the name of the row in each group that counts as 1
   */
  static String print(List<Row> rows, String baseline) {
    var text = new StringBuilder();
    text.append(
        "%-10s %-16s %10s %10s %10s %8s%n"
            .formatted("", "", "median", "quarter", "3 quarters", "ratio"));
    for (Row row : rows) {
      double unit =
          rows.stream()
              .filter(r -> r.group.equals(row.group) && r.name.equals(baseline))
              .findFirst()
              .orElseThrow()
              .median();
      text.append(
          "%-10s %-16s %10s %10s %10s %8s%n"
              .formatted(
                  row.group,
                  row.name,
                  time(row.median()),
                  time(quantile(row.nanoseconds, 0.25)),
                  time(quantile(row.nanoseconds, 0.75)),
                  number(row.median() / unit)));
    }
    return text.toString();
  }

  /** Three digits and a unit: {@code 1.23 us}. */
  static String time(double nanoseconds) {
    if (nanoseconds < 1_000) {
      return number(nanoseconds) + " ns";
    }
    return nanoseconds < 1_000_000
        ? number(nanoseconds / 1_000) + " us"
        : number(nanoseconds / 1_000_000) + " ms";
  }

  private static String number(double value) {
    int decimals = value < 10 ? 2 : value < 100 ? 1 : 0;
    return String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /** Of sorted values, with a straight line between neighbours. */
  static double quantile(List<Double> sorted, double part) {
    double at = part * (sorted.size() - 1);
    int below = (int) at;
    int above = Math.min(below + 1, sorted.size() - 1);
    return sorted.get(below) + (at - below) * (sorted.get(above) - sorted.get(below));
  }
}

package dev.taffrail.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The figures that matter most, as numbers for other programs. */
final class Figures {
  private Figures() {}

  /**
   * Ratios of medians, as JSON.
   *
   * @param checks of {@link ChecksBenchmark} when all checks hold
   * @param bytes that judging one object allocates
   * @param verdicts of {@link VerdictBenchmark}
   */
  static String json(List<ResultTable.Row> checks, double bytes, List<ResultTable.Row> verdicts) {
    var figures = new TreeMap<String, Double>();
    double ours = median(checks, "taffrail");
    figures.put("versusHandWritten", ours / median(checks, "handWrittenJava"));
    figures.put("celJavaVersusTaffrail", median(checks, "celJava") / ours);
    figures.put("bytesPerEvaluation", bytes);
    figures.put(
        "jsonToVerdictVersusReading", median(verdicts, "taffrail") / median(verdicts, "reading"));
    var text = new StringBuilder("{");
    for (Map.Entry<String, Double> figure : figures.entrySet()) {
      text.append(text.length() == 1 ? "\n" : ",\n")
          .append(String.format(Locale.ROOT, "  \"%s\": %.3f", figure.getKey(), figure.getValue()));
    }
    return text.append("\n}\n").toString();
  }

  private static double median(List<ResultTable.Row> rows, String name) {
    return rows.stream()
        .filter(row -> row.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("not measured: " + name))
        .median();
  }
}

package dev.taffrail.conformance;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of cases, by source and check. */
final class Tally {
  private final Map<String, Map<String, Counts>> sources = new TreeMap<>();

  /** How many cases agree, disagree, and have no mapping. */
  record Counts(int agree, int disagree, int noMapping) {
    static final Counts NONE = new Counts(0, 0, 0);

    Counts plus(Counts other) {
      return new Counts(
          agree + other.agree, disagree + other.disagree, noMapping + other.noMapping);
    }

    static Counts one(Comparison.Result result) {
      return switch (result) {
        case AGREE -> new Counts(1, 0, 0);
        case DISAGREE -> new Counts(0, 1, 0);
        case NO_MAPPING -> new Counts(0, 0, 1);
      };
    }

    int all() {
      return agree + disagree + noMapping;
    }
  }

  static Tally of(List<Comparison> comparisons) {
    var tally = new Tally();
    for (Comparison comparison : comparisons) {
      tally
          .sources
          .computeIfAbsent(comparison.expected().source(), s -> new TreeMap<>())
          .merge(comparison.expected().check(), Counts.one(comparison.result()), Counts::plus);
    }
    return tally;
  }

  Counts of(String source) {
    return sources.getOrDefault(source, Map.of()).values().stream()
        .reduce(Counts.NONE, Counts::plus);
  }

  /** A table for each source, then a line for each. */
  String text() {
    int width =
        sources.values().stream()
            .flatMap(checks -> checks.keySet().stream())
            .map(String::length)
            .max(Comparator.naturalOrder())
            .orElse(0);
    var out = new StringBuilder();
    sources.forEach(
        (source, checks) -> {
          out.append(line(width, source, "agree", "disagree", "no mapping"));
          checks.forEach((check, counts) -> out.append(line(width, "  " + check, counts)));
          out.append('\n');
        });
    sources.keySet().forEach(source -> out.append(sentence(source)));
    return out.toString();
  }

  private String sentence(String source) {
    Counts counts = of(source);
    return String.format(
        Locale.ROOT,
        "%s: %,d of %,d cases agree, %,d disagree, %,d have no mapping\n",
        source,
        counts.agree,
        counts.all(),
        counts.disagree,
        counts.noMapping);
  }

  private static String line(int width, String name, Counts counts) {
    return line(
        width, name, number(counts.agree), number(counts.disagree), number(counts.noMapping));
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String line(int width, String name, String agree, String disagree, String none) {
    return name
        + " ".repeat(Math.max(0, width + 2 - name.length()))
        + "%9s%11s%13s\n".formatted(agree, disagree, none);
  }
}

package dev.taffrail.conformance;

import dev.taffrail.conformance.Comparison.Result;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts of cases, by source and check, as a table. */
final class Tally {
  private final Map<String, Map<String, Counts>> sources = new TreeMap<>();

  static Tally of(List<Comparison> comparisons, Notes notes) {
    var tally = new Tally();
    for (Comparison comparison : comparisons) {
      tally
          .sources
          .computeIfAbsent(comparison.expected().source(), s -> new TreeMap<>())
          .computeIfAbsent(comparison.expected().check(), c -> new Counts())
          .add(comparison, notes.about(comparison).isPresent());
    }
    return tally;
  }

  /** The counts of one check or one source. */
  static final class Counts {
    private final Map<Result, Integer> numbers = new EnumMap<>(Result.class);
    private int explained;

    /** Why the last case that was not compared was not. */
    private String remark = "";

    private void add(Comparison comparison, boolean isExplained) {
      numbers.merge(comparison.result(), 1, Integer::sum);
      explained += isExplained ? 1 : 0;
      if (comparison.result() != Result.AGREE && comparison.result() != Result.DISAGREE) {
        remark =
            comparison.result().words()
                + (comparison.reason().isEmpty() ? "" : ": " + comparison.reason());
      }
    }

    private void add(Counts other) {
      other.numbers.forEach((result, number) -> numbers.merge(result, number, Integer::sum));
      explained += other.explained;
    }

    int of(Result result) {
      return numbers.getOrDefault(result, 0);
    }

    int all() {
      return numbers.values().stream().mapToInt(Integer::intValue).sum();
    }

    int compared() {
      return of(Result.AGREE) + of(Result.DISAGREE);
    }

    int unexplained() {
      return of(Result.DISAGREE) - explained;
    }

    /** Whether at least this share of what was compared agrees. */
    boolean agrees(int percent) {
      return of(Result.AGREE) * 100 >= compared() * percent;
    }

    private String share() {
      return compared() == 0
          ? ""
          : String.format(Locale.ROOT, " (%.1f %%)", 100.0 * of(Result.AGREE) / compared());
    }
  }

  Counts of(String source) {
    var sum = new Counts();
    sources.getOrDefault(source, Map.of()).values().forEach(sum::add);
    return sum;
  }

  List<String> sources() {
    return List.copyOf(sources.keySet());
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
          out.append(line(width, source, "agree", "explained", "disagree", "not compared", ""));
          checks.forEach((check, counts) -> out.append(line(width, "  " + check, counts)));
          out.append('\n');
        });
    sources.keySet().forEach(source -> out.append(sentence(source)));
    return out.toString();
  }

  private String sentence(String source) {
    Counts counts = of(source);
    var out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d compared cases agree%s, %,d do not for a reason given, %,d without",
            source,
            counts.of(Result.AGREE),
            counts.compared(),
            counts.share(),
            counts.explained,
            counts.unexplained()));
    String separator = "; not compared: ";
    for (Result result : Result.values()) {
      if (result != Result.AGREE && result != Result.DISAGREE && counts.of(result) > 0) {
        out.append(separator).append(number(counts.of(result))).append(' ').append(result.words());
        separator = ", ";
      }
    }
    return out.append('\n').toString();
  }

  private static String line(int width, String name, Counts counts) {
    return line(
        width,
        name,
        number(counts.of(Result.AGREE)),
        number(counts.explained),
        number(counts.unexplained()),
        number(counts.all() - counts.compared()),
        counts.remark);
  }

  private static String number(int count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String line(int width, String name, String... cells) {
    return (name
                + " ".repeat(Math.max(0, width + 2 - name.length()))
                + "%9s%11s%11s%15s  %s".formatted((Object[]) cells))
            .stripTrailing()
        + "\n";
  }
}

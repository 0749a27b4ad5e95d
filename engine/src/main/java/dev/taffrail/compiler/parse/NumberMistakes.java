package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words for numbers with a unit or a form that the language does not have. */
final class NumberMistakes {
  private static final Pattern UNIT = Pattern.compile("(\\d+(?:\\.\\d+)?)([A-Za-z]+)");
  private static final Pattern MINUTES_AS_M = Pattern.compile("((?:\\d+[dhw])+)(\\d+)m");
  private static final Pattern FRACTION_OF_TIME = Pattern.compile("\\d+\\.\\d+(ms|s|min|h|d|w)");

  /** Units people write, and the one they mean. */
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("sec", "s"),
          Map.entry("secs", "s"),
          Map.entry("second", "s"),
          Map.entry("seconds", "s"),
          Map.entry("mins", "min"),
          Map.entry("minute", "min"),
          Map.entry("minutes", "min"),
          Map.entry("hr", "h"),
          Map.entry("hrs", "h"),
          Map.entry("hour", "h"),
          Map.entry("hours", "h"),
          Map.entry("day", "d"),
          Map.entry("days", "d"),
          Map.entry("week", "w"),
          Map.entry("weeks", "w"),
          Map.entry("millis", "ms"),
          Map.entry("K", "k"),
          Map.entry("KB", "k"),
          Map.entry("kb", "k"),
          Map.entry("kB", "k"),
          Map.entry("MB", "M"),
          Map.entry("mb", "M"),
          Map.entry("GB", "G"),
          Map.entry("gb", "G"),
          Map.entry("g", "G"),
          Map.entry("TB", "T"),
          Map.entry("tb", "T"),
          Map.entry("KiB", "Ki"),
          Map.entry("ki", "Ki"),
          Map.entry("MiB", "Mi"),
          Map.entry("mi", "Mi"),
          Map.entry("GiB", "Gi"),
          Map.entry("gi", "Gi"),
          Map.entry("TiB", "Ti"),
          Map.entry("ti", "Ti"));

  private NumberMistakes() {}

  /** The unit that people mean by a word behind a number. */
  static Optional<String> unitMeantBy(String word) {
    var exact = UNITS.get(word);
    return Optional.ofNullable(exact == null ? UNITS.get(word.toLowerCase(Locale.ROOT)) : exact);
  }

  static boolean isUnit(String word) {
    return List.of(
                "ms", "s", "min", "h", "d", "w", "n", "u", "m", "k", "M", "G", "T", "P", "E", "Ki",
                "Mi", "Gi", "Ti", "Pi", "Ei")
            .contains(word)
        || unitMeantBy(word).isPresent();
  }

  static Diagnostic number(Span span) {
    var text = span.text();
    var complaint =
        Diagnostic.of(DiagnosticCode.E0005, span, "`%s` is not a number".formatted(text));
    Matcher minutes = MINUTES_AS_M.matcher(text);
    if (minutes.matches()) {
      return suggest(
          complaint.label("minutes are written `min`"),
          minutes.group(1) + minutes.group(2) + "min");
    }
    if (FRACTION_OF_TIME.matcher(text).matches()) {
      return complaint
          .label("durations have no fractions")
          .help("Write the rest in a smaller unit: 1h30min");
    }
    Matcher unit = UNIT.matcher(text);
    if (unit.matches()) {
      return unitMeantBy(unit.group(2))
          .map(meant -> suggest(complaint.label("unit not known"), unit.group(1) + meant))
          .orElseGet(() -> listUnits(complaint.label("unit not known")));
    }
    if (text.matches("\\d+(\\.\\d+){3}")) {
      return complaint
          .label("looks like an address")
          .help("Write ip\"%s\", or cidr\"…\" for a network.".formatted(text));
    }
    if (text.matches("\\d+\\.\\d+\\.\\d+.*")) {
      String written = isBehindVersion(span) ? "\"%s\"" : "semver\"%s\"";
      return suggest(complaint.label("looks like a version"), written.formatted(text));
    }
    if (text.matches("0[xXoObB].*")) {
      return complaint.label("numbers are decimal").help("Write the number in base ten.");
    }
    if (text.matches("\\d+(\\.\\d+)?[eE]\\d*")) {
      return complaint.label("numbers have no exponent").help("Write all the digits.");
    }
    return text.contains("_")
        ? complaint.label("`_` parts only the digits of whole numbers")
        : listUnits(complaint);
  }

  static Diagnostic date(Span span) {
    return Diagnostic.of(DiagnosticCode.E0005, span, "`%s` is not a date".formatted(span.text()))
        .label("dates are like 2026-12-31, instants like 2026-12-31T10:00Z");
  }

  private static Diagnostic suggest(Diagnostic complaint, String text) {
    return complaint.help("Write " + text).fix(complaint.span(), text);
  }

  private static Diagnostic listUnits(Diagnostic complaint) {
    return complaint.help(
        "Durations: 500ms 30s 5min 2h 90d 1w 1h30min",
        "Quantities: 500m 2k 1.5G 512Mi 2Gi",
        "Shares: 80%");
  }

  /** Of a module the version is a plain text. */
  private static boolean isBehindVersion(Span span) {
    String word = "version ";
    return span.source().text().startsWith(word, span.start() - word.length());
  }
}

package dev.taffrail.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of our policies a check of another tool corresponds to. */
final class Mapping {
  private static final String FILE = "conformance-mapping.csv";
  private static final String LATER = "not yet:";
  private static final String EXCLUDED = "excluded:";

  private final Map<Check, Entry> entries;

  private Mapping(Map<Check, Entry> entries) {
    this.entries = entries;
  }

  record Check(String source, String name) {}

  /** What there is to be said about a check. */
  sealed interface Entry {}

  /**
   * Policies of ours judge it.
   *
   * @param fails patterns of policies of which one must find something in a case that fails
   * @param passes patterns of policies of which none may find anything in a case that passes
   */
  record Row(List<Pattern> fails, List<Pattern> passes, List<Parameter> parameters)
      implements Entry {
    Row {
      fails = List.copyOf(fails);
      passes = List.copyOf(passes);
      parameters = List.copyOf(parameters);
    }
  }

  /** The controls of the catalogue that would judge it are not written. */
  record NotYet(String controls) implements Entry {}

  /** There is nothing to judge, or we do not want to. */
  record Excluded(String why) implements Entry {}

  /** The mapping that belongs to the standard library. */
  static Mapping bundled() {
    try (InputStream in = Mapping.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException("the build left out " + FILE);
      }
      return of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException problem) {
      throw new UncheckedIOException(problem);
    }
  }

  /**
   * Reads lines {@code source,check,fails,passes,parameters}; the last three are lists with blanks
   * in between, and only the last may have commas. Without {@code passes} it is the same as {@code
   * fails}. {@code fails} may also say {@code not yet: controls} or {@code excluded: why}.
   */
  static Mapping of(String text) {
    var entries = new LinkedHashMap<Check, Entry>();
    for (String line : text.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
      String[] cells = line.split(",", 5);
      if (cells.length != 5) {
        throw new IllegalArgumentException("five cells are wanted in: " + line);
      }
      if (entries.put(new Check(cells[0], cells[1]), entry(cells)) != null) {
        throw new IllegalArgumentException("mapped twice: " + line);
      }
    }
    return new Mapping(entries);
  }

  private static Entry entry(String[] cells) {
    if (cells[2].startsWith(LATER)) {
      return new NotYet(cells[2].substring(LATER.length()).strip());
    }
    if (cells[2].startsWith(EXCLUDED)) {
      return new Excluded(cells[2].substring(EXCLUDED.length()).strip());
    }
    var fails = patterns(cells[2]);
    return new Row(
        fails, cells[3].isBlank() ? fails : patterns(cells[3]), Parameter.list(cells[4]));
  }

  Optional<Entry> of(String source, String check) {
    return Optional.ofNullable(entries.get(new Check(source, check)));
  }

  /**
   * The entry of the check that reports; if there is none, of the first of its controls that we
   * judge, else of the first.
   */
  Optional<Entry> of(Case expected) {
    var own = of(expected.source(), expected.reportedBy());
    var controls =
        expected.controls().stream().flatMap(name -> of(expected.source(), name).stream()).toList();
    return own.or(() -> controls.stream().filter(Row.class::isInstance).findFirst())
        .or(() -> controls.stream().findFirst());
  }

  /** All checks with what is said about them, in the order of the table. */
  Map<Check, Entry> entries() {
    return Map.copyOf(entries);
  }

  /** Everything the rows refer to. */
  Stream<Pattern> patterns() {
    return entries.values().stream()
        .filter(Row.class::isInstance)
        .map(Row.class::cast)
        .flatMap(row -> Stream.concat(row.fails().stream(), row.passes().stream()));
  }

  private static List<Pattern> patterns(String cell) {
    return Stream.of(cell.strip().split(" ")).filter(w -> !w.isEmpty()).map(Pattern::of).toList();
  }
}

package dev.taffrail.conformance;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of our policies a check of another tool corresponds to. */
final class Mapping {
  private static final String FILE = "conformance-mapping.csv";

  private final Map<String, Row> rows;

  private Mapping(Map<String, Row> rows) {
    this.rows = rows;
  }

  /**
   * @param fails patterns of policies of which one must find something in a case that fails
   * @param passes patterns of policies of which none may find anything in a case that passes
   * @param parameters {@code name=value}; {@code $field} stands for a field of the case
   */
  record Row(List<Pattern> fails, List<Pattern> passes, List<String> parameters) {
    Row {
      fails = List.copyOf(fails);
      passes = List.copyOf(passes);
      parameters = List.copyOf(parameters);
    }

    List<String> modules() {
      return Stream.concat(fails.stream(), passes.stream())
          .map(Pattern::module)
          .distinct()
          .sorted()
          .toList();
    }
  }

  /** {@code module/policy}, {@code module/policy/rule}, or all of a module: {@code module/*}. */
  record Pattern(String text) {
    String module() {
      return text.substring(0, text.indexOf('/'));
    }

    boolean matches(String policy, Optional<String> rule) {
      return text.equals(policy)
          || text.equals(module() + "/*") && policy.startsWith(module() + "/")
          || rule.isPresent() && text.equals(policy + "/" + rule.get());
    }
  }

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
   * in between. Without {@code passes} it is the same as {@code fails}.
   */
  static Mapping of(String text) {
    var rows = new HashMap<String, Row>();
    for (String line : text.lines().skip(1).filter(l -> !l.isBlank()).toList()) {
      String[] cells = line.split(",", -1);
      if (cells.length != 5) {
        throw new IllegalArgumentException("five cells are wanted in: " + line);
      }
      var fails = patterns(cells[2]);
      var passes = cells[3].isBlank() ? fails : patterns(cells[3]);
      if (rows.put(key(cells[0], cells[1]), new Row(fails, passes, words(cells[4]))) != null) {
        throw new IllegalArgumentException("mapped twice: " + line);
      }
    }
    return new Mapping(rows);
  }

  Optional<Row> of(String source, String check) {
    return Optional.ofNullable(rows.get(key(source, check)));
  }

  /** Everything the rows refer to. */
  Stream<Pattern> patterns() {
    return rows.values().stream()
        .flatMap(row -> Stream.concat(row.fails().stream(), row.passes().stream()));
  }

  private static List<Pattern> patterns(String cell) {
    return words(cell).stream().map(Pattern::new).toList();
  }

  private static List<String> words(String cell) {
    return Stream.of(cell.strip().split(" ")).filter(word -> !word.isEmpty()).toList();
  }

  private static String key(String source, String check) {
    return source + "," + check;
  }
}

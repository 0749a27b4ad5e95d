package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.Header;
import dev.taffrail.compiler.ast.PolicyFile;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An edition of the language, which each file chooses for itself: syntax, and the warnings that are
 * given without being asked for, change with editions only, so that a newer Taffrail reads older
 * files as they were meant.
 *
 * <p>A word that becomes a keyword, or a warning that would be new to existing files, comes with a
 * new constant here; whoever reads a file asks its edition.
 */
public enum Edition {
  E2026("2026", Set.of());

  /** What a file without the line means, so that no old file changes its meaning. */
  public static final Edition FIRST = E2026;

  private final String year;
  private final Set<DiagnosticCode> silent;

  /**
   * @param silent warnings that only {@code taffrail lint} gives about files of this edition
   */
  Edition(String year, Set<DiagnosticCode> silent) {
    this.year = year;
    this.silent = silent;
  }

  /** The edition of a file; empty if it names one that this version does not know. */
  public static Optional<Edition> of(PolicyFile file) {
    return file.headers().stream()
        .filter(Header.Edition.class::isInstance)
        .map(header -> ((Header.Edition) header).year())
        .findFirst()
        .map(Edition::of)
        .orElse(Optional.of(FIRST));
  }

  /** The edition of a year. */
  public static Optional<Edition> of(String year) {
    return Arrays.stream(values()).filter(edition -> edition.year.equals(year)).findFirst();
  }

  /** The years of all editions, oldest first. */
  public static List<String> years() {
    return Arrays.stream(values()).map(edition -> edition.year).toList();
  }

  /** Whether files of this edition get a warning without being linted. */
  public boolean gives(DiagnosticCode warning) {
    return !silent.contains(warning);
  }
}

package dev.taffrail.finding;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A table that policies read when they were compiled, and that may have decided.
 *
 * @param file where it was found
 * @param sha256 of its text, as {@code taffrail.lock} names it
 * @param date as of which it is, if its first lines say
 */
public record DataFile(String file, String sha256, Optional<LocalDate> date) {
  /** {@code tables/releases.yaml of 2026-06-28}. */
  public String text() {
    return file + date.map(day -> " of " + day).orElse(" without a date");
  }
}

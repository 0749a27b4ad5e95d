package dev.taffrail.finding;

import dev.taffrail.source.Span;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Why a violation is tolerated, by whom, and for how long.
 *
 * @param span where the waiver is declared
 * @param until the last day on which it holds
 */
public record Waiver(
    Span span,
    LocalDate until,
    String reason,
    Optional<String> approvedBy,
    Optional<String> ticket) {

  /** {@code waived until 2026-12-31: CNI agent loads eBPF programs (SEC-1412)}. */
  public String words() {
    String said = "waived until " + until + ": " + reason.strip();
    return said + ticket.map(number -> " (" + number + ")").orElse("");
  }
}

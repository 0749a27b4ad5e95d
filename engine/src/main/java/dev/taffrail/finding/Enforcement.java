package dev.taffrail.finding;

import java.util.Locale;
import java.util.Optional;

/** What is done about a finding, in ascending order. */
public enum Enforcement {
  /** Left out of reports and only counted. */
  OFF,
  /** Recorded, and nothing else. */
  AUDIT,
  /** Told to whoever makes the change, who may go on. */
  WARN,
  /** The change is refused; a check fails. */
  DENY;

  /** The word in policies and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Enforcement> of(String word) {
    for (Enforcement level : values()) {
      if (level.word().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}

package dev.taffrail.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A calendar day. */
public record DateValue(LocalDate value) implements Value {
  private static final Pattern FORM = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");

  /** Reads {@code 2026-12-31}. */
  public static Optional<DateValue> parse(String text) {
    if (!FORM.matcher(text).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new DateValue(LocalDate.parse(text)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}

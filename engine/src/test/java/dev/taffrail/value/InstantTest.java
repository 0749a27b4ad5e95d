package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstantTest {
  private static InstantValue instant(String text) {
    return InstantValue.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-31T10:00Z, 2026-12-31T10:00:00Z",
    "2026-12-31T10:00:05Z, 2026-12-31T10:00:05Z",
    "2026-12-31T10:00:05.25Z, 2026-12-31T10:00:05.250Z",
    "2026-12-31T10:00:00+02:00, 2026-12-31T08:00:00Z",
    "2024-02-29T23:59:59-01:00, 2024-03-01T00:59:59Z",
  })
  void moments(String text, String utc) {
    assertEquals(Instant.parse(utc), instant(text).value());
    assertEquals(utc, instant(text).text());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-12-31",
        "2026-12-31T10:00",
        "2026-12-31 10:00Z",
        "2026-13-01T10:00Z",
        "2025-02-29T10:00Z",
        "2026-12-31T24:00Z",
        "2026-12-31T10:60Z",
        "2026-12-31t10:00z",
        "12026-12-31T10:00Z",
        "2026-12-31T10:00:00.1234567891Z",
        "2026-12-31T10:00+2"
      })
  void otherTextIsRefused(String text) {
    assertTrue(InstantValue.parse(text).isEmpty(), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2026-2-1", "2026-02-30", "20260201", "2026-12-31T10:00Z", "-2026-01-01"})
  void otherTextIsNoDate(String text) {
    assertTrue(DateValue.parse(text).isEmpty(), text);
  }

  @Test
  void dates() {
    assertEquals("2024-02-29", DateValue.parse("2024-02-29").orElseThrow().value().toString());
    assertEquals(
        DateValue.parse("2026-12-31").orElseThrow(), instant("2027-01-01T00:30+01:00").date());
  }

  @Test
  void arithmetic() {
    var day = new DurationValue(Duration.ofDays(1));
    assertEquals(instant("2027-01-01T00:00Z"), instant("2026-12-31T00:00Z").plus(day));
    assertEquals(instant("2026-12-30T00:00Z"), instant("2026-12-31T00:00Z").minus(day));
    assertEquals(day, instant("2026-12-31T00:00Z").minus(instant("2026-12-30T00:00Z")));
    var longest = new DurationValue(Duration.ofSeconds(Long.MAX_VALUE));
    var error =
        assertThrows(EvaluationError.class, () -> instant("2026-12-31T00:00Z").plus(longest));
    assertEquals(ErrorCode.OVERFLOW, error.code());
  }
}

package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTest {
  private static DurationValue literal(String text) {
    return DurationValue.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "0s, PT0S, 0s",
    "30s, PT30S, 30s",
    "5min, PT5M, 5min",
    "1h30min, PT1H30M, 1h30min",
    "500ms, PT0.5S, 500ms",
    "1s500ms, PT1.5S, 1s500ms",
    "2d, PT48H, 2d",
    "1w, PT168H, 7d",
    "1w2d3h4min5s6ms, PT219H4M5.006S, 9d3h4min5s6ms",
    "90min, PT1H30M, 1h30min",
    "0h5s, PT5S, 5s",
  })
  void literals(String text, Duration value, String printed) {
    assertEquals(value, literal(text).value());
    assertEquals(printed, literal(text).text());
    assertEquals(literal(text), literal(printed));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "5",
        "5m",
        "1.5h",
        "-5s",
        "5 s",
        "30min1h",
        "5s5s",
        "h",
        "1y",
        "5S",
        "9999999999999999999h"
      })
  void otherTextIsNoLiteral(String text) {
    assertTrue(DurationValue.parse(text).isEmpty(), text);
  }

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "+0, PT0S",
    "0s, PT0S",
    "1h30m0s, PT1H30M",
    "1.5h, PT1H30M",
    "300ms, PT0.3S",
    "-1m, PT-1M",
    "+5s, PT5S",
    ".5s, PT0.5S",
    "1.s, PT1S",
    "1h15m30.918273645s, PT1H15M30.918273645S",
    "10us, PT0.00001S",
    "10\u00b5s, PT0.00001S",
    "10\u03bcs, PT0.00001S",
    "1ns, PT0.000000001S",
    "5s3h, PT3H5S",
    "0.3333333333333333333h, PT20M",
    "9223372036854775807ns, PT2562047H47M16.854775807S",
    "-9223372036854775808ns, PT-2562047H-47M-16.854775808S",
  })
  void goDurations(String text, Duration value) {
    assertEquals(value, DurationValue.parseGo(text).orElseThrow().value());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "3",
        "-",
        "s",
        ".",
        "-.",
        ".s",
        "+.s",
        "1d",
        "5min",
        "1h 5m",
        "1 h",
        "9223372036854775808ns",
        "-9223372036854775809ns",
        "9223372036.9223372036854775807s2562047h",
        "1e3s",
        "1h-5m"
      })
  void otherTextIsNoGoDuration(String text) {
    assertTrue(DurationValue.parseGo(text).isEmpty(), text);
  }

  @Test
  void arithmetic() {
    assertEquals(literal("1h"), literal("45min").plus(literal("15min")));
    assertEquals("-15min", literal("45min").minus(literal("1h")).text());
    assertEquals(literal("1min30s"), literal("1min").times(new BigDecimal("1.5")));
    assertEquals(literal("20min"), literal("1h").dividedBy(new BigDecimal("3")));
    assertEquals(new Value.Decimal(new BigDecimal("1.5")), literal("90s").ratio(literal("1min")));
    assertEquals(literal("-0s".substring(1)), literal("1s").minus(literal("1s")));
  }

  @Test
  void finerThanAMillisecond() {
    assertEquals("1.5ms", DurationValue.parseGo("1500us").orElseThrow().text());
    assertEquals("0.000001ms", DurationValue.parseGo("1ns").orElseThrow().text());
    assertEquals("-1s1.5ms", DurationValue.parseGo("-1.0015s").orElseThrow().text());
  }

  @Test
  void overflowIsAnError() {
    var longest = new DurationValue(Duration.ofSeconds(Long.MAX_VALUE));
    var sum = assertThrows(EvaluationError.class, () -> longest.plus(longest));
    assertEquals(ErrorCode.OVERFLOW, sum.code());
    var product = assertThrows(EvaluationError.class, () -> longest.times(BigDecimal.TEN));
    assertEquals(ErrorCode.OVERFLOW, product.code());
    var zero = assertThrows(EvaluationError.class, () -> longest.dividedBy(BigDecimal.ZERO));
    assertEquals(ErrorCode.DIVISION_BY_ZERO, zero.code());
  }
}

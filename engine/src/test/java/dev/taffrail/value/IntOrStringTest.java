package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntOrStringTest {
  private static IntOrString text(String text) {
    return new IntOrString(new Value.Text(text));
  }

  @Test
  void threeReadings() {
    assertEquals(Optional.of(new Value.Int(8080)), IntOrString.of("8080").number());
    assertEquals(Optional.of(new Value.Text("http")), IntOrString.of("http").name());
    assertEquals(Optional.of(new Percent(new BigDecimal(25))), IntOrString.of("25%").percent());
    assertTrue(text("25%").name().isEmpty());
    assertTrue(text("80").number().isEmpty());
    assertTrue(IntOrString.of("80").name().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({
    "3, 10, CEILING, 3",
    "25%, 10, CEILING, 3",
    "25%, 10, FLOOR, 2",
    "100%, 7, FLOOR, 7",
    "0%, 7, CEILING, 0",
    "1%, 1, CEILING, 1",
    "33%, 3, FLOOR, 0",
  })
  void shares(String text, long total, RoundingMode rounding, long expected) {
    assertEquals(new Value.Int(expected), IntOrString.of(text).of(total, rounding));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "12.5%", "%", "-5%", "80", ""})
  void otherTextHasNoShare(String text) {
    var error = assertThrows(EvaluationError.class, () -> text(text).of(10, RoundingMode.CEILING));
    assertEquals(ErrorCode.MALFORMED, error.code());
    assertEquals(
        "`%s` must be a number or a percentage such as `25%%`".formatted(text), error.getMessage());
  }

  @Test
  void percentages() {
    assertEquals(Percent.parse("80%"), Percent.parse("80.0%"));
    assertEquals("12.5%", Percent.parse("12.50%").orElseThrow().text());
    for (String bad : new String[] {"", "%", "80", "-1%", "1 %", "1.%", ".5%", "1e2%"}) {
      assertTrue(Percent.parse(bad).isEmpty(), bad);
    }
  }
}

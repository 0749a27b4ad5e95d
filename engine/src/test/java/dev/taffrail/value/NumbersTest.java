package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class NumbersTest {
  private static Value whole(long number) {
    return new Value.Int(number);
  }

  private static Value.Decimal decimal(String number) {
    return new Value.Decimal(new BigDecimal(number));
  }

  private static void fails(ErrorCode code, String message, Executable computation) {
    var error = assertThrows(EvaluationError.class, computation);
    assertEquals(code, error.code());
    assertEquals(message, error.getMessage());
  }

  @Test
  void wholeNumbersStayWhole() {
    assertEquals(whole(5), Numbers.add(whole(2), whole(3)));
    assertEquals(whole(-1), Numbers.subtract(whole(2), whole(3)));
    assertEquals(whole(6), Numbers.multiply(whole(2), whole(3)));
    assertEquals(whole(-2), Numbers.negate(whole(2)));
    assertEquals(whole(-1), Numbers.remainder(whole(-7), whole(2)));
  }

  @Test
  void leaving64BitsIsAnError() {
    fails(
        ErrorCode.OVERFLOW,
        "`9223372036854775807 + 1` does not fit a whole number",
        () -> Numbers.add(whole(Long.MAX_VALUE), whole(1)));
    fails(
        ErrorCode.OVERFLOW,
        "`-9223372036854775808 - 1` does not fit a whole number",
        () -> Numbers.subtract(whole(Long.MIN_VALUE), whole(1)));
    fails(
        ErrorCode.OVERFLOW,
        "`4611686018427387904 * 2` does not fit a whole number",
        () -> Numbers.multiply(whole(1L << 62), whole(2)));
    fails(
        ErrorCode.OVERFLOW,
        "`0 - -9223372036854775808` does not fit a whole number",
        () -> Numbers.negate(whole(Long.MIN_VALUE)));
  }

  @Test
  void aDecimalMakesTheResultDecimal() {
    assertEquals(decimal("2.5"), Numbers.add(whole(2), decimal("0.5")));
    assertEquals(decimal("0.3"), Numbers.add(decimal("0.1"), decimal("0.2")));
    assertEquals(decimal("1.5"), Numbers.remainder(decimal("7.5"), whole(2)));
  }

  @Test
  void divisionIsDecimalAndRoundsHalfToEven() {
    assertEquals(decimal("0.5"), Numbers.divide(whole(1), whole(2)));
    assertEquals(decimal("0.333333333333333333"), Numbers.divide(whole(1), whole(3)));
    assertEquals(
        decimal("0.000000000000000000"), Numbers.divide(decimal("0.000000000000000001"), whole(2)));
    assertEquals(
        decimal("0.000000000000000002"), Numbers.divide(decimal("0.000000000000000003"), whole(2)));
  }

  @Test
  void divisionByZeroIsAnError() {
    fails(
        ErrorCode.DIVISION_BY_ZERO,
        "`7` is divided by zero",
        () -> Numbers.divide(whole(7), whole(0)));
    fails(
        ErrorCode.DIVISION_BY_ZERO,
        "`7` is divided by zero",
        () -> Numbers.remainder(whole(7), decimal("0.0")));
  }

  @Test
  void decimalsKeep18Digits() {
    var tiny = Numbers.decimal(new BigDecimal("0.0000000000000000015"));
    assertEquals(decimal("0.000000000000000002"), tiny);
  }

  @Test
  void decimalsCannotGrowForEver() {
    var large = decimal("1e300");
    fails(
        ErrorCode.OVERFLOW,
        "a number has more than 400 digits",
        () -> Numbers.multiply(large, large));
  }

  @Test
  void roundingToWholeNumbers() {
    assertEquals(whole(3), Numbers.whole(new BigDecimal("2.1"), RoundingMode.CEILING));
    fails(
        ErrorCode.OVERFLOW,
        "`100000000000000000000` does not fit a whole number",
        () -> Numbers.whole(new BigDecimal("1e20"), RoundingMode.FLOOR));
  }
}

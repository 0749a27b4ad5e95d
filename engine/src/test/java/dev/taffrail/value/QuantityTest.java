package dev.taffrail.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  private static Quantity quantity(String text) {
    return Quantity.parse(text).orElseThrow(() -> new AssertionError("refused: " + text));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1",
    "-1, -1",
    "+1.5G, 1500000000",
    "500m, 0.5",
    "0.1, 0.1",
    "100u, 0.0001",
    "7n, 0.000000007",
    "1k, 1000",
    "1M, 1000000",
    "2G, 2000000000",
    "1T, 1000000000000",
    "1P, 1000000000000000",
    "1E, 1000000000000000000",
    "1Ki, 1024",
    "1.5Ki, 1536",
    "0.1Ki, 102.4",
    "2Mi, 2097152",
    "1Gi, 1073741824",
    "1Ti, 1099511627776",
    "1Pi, 1125899906842624",
    "1Ei, 1152921504606846976",
    "-1Gi, -1073741824",
    "1e3, 1000",
    "1E3, 1000",
    "1E+3, 1000",
    "1e-3, 0.001",
    "12e2, 1200",
    "00012, 12",
    // digits may be missing, as in the API
    ".5, 0.5",
    "1., 1",
    "1.Gi, 1073741824",
    "., 0",
    "+, 0",
    "Gi, 0",
    "e3, 0",
    // finer than a nano-unit is rounded away from zero
    "0.5n, 0.000000001",
    "-0.5n, -0.000000001",
    "1e-20, 0.000000001",
    "0.0000000011, 0.000000002",
    // binary amounts end at 2^63-1, decimal ones do not
    "8Ei, 9223372036854775807",
    "9Ei, 9223372036854775807",
    "9223372036854775808, 9223372036854775808",
    "20E, 20000000000000000000",
  })
  void amounts(String text, BigDecimal amount) {
    assertEquals(0, amount.compareTo(quantity(text).amount()), () -> quantity(text).toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "1K",
        "1ki",
        "1mi",
        "1 Gi",
        "1e",
        "1E+",
        "1ee3",
        "1e5.3",
        "0x10",
        "1_000",
        "1Mi1",
        "1i",
        "1i1",
        "--1",
        "1-",
        "1,5",
        "1.2.3",
        "Infinity",
        "NaN",
        "1Zi",
        "1GiB",
        "１",
        "1e401",
        "1e-99999999999"
      })
  void otherTextIsRefused(String text) {
    assertTrue(Quantity.parse(text).isEmpty(), text);
  }

  @Test
  void blanksAroundAreNotPartOfIt() {
    assertEquals("1Gi", quantity(" 1Gi\n").text());
  }

  @Test
  void hugeTextsAreRefusedAtOnce() {
    assertTrue(Quantity.parse("9".repeat(1_000_000)).isEmpty());
  }

  @Test
  void equalityIsByAmount() {
    assertEquals(quantity("1Gi"), quantity("1024Mi"));
    assertEquals(quantity("0.1"), quantity("100m"));
    assertEquals(quantity("1Gi").hashCode(), quantity("1024Mi").hashCode());
    assertEquals(quantity("1").hashCode(), quantity("1000m").hashCode());
    assertNotEquals(quantity("1G"), quantity("1Gi"));
  }

  @ParameterizedTest
  @CsvSource({
    "1Gi, 1Gi, 2Gi",
    "1Gi, 512Mi, 1536Mi",
    "1Gi, 1, 1073741825",
    "500m, 500m, 1",
    "500m, 1, 1500m",
    "999m, 1u, 999001u",
    "1G, 1M, 1001M",
    "1500, 500, 2k",
    "9E, 1E, 10E",
    "100E, 0, 100E",
    "-1Ki, 1Ki, 0",
    "1Mi, -2Mi, -1Mi",
  })
  void sumsAreWrittenShort(String a, String b, String sum) {
    assertEquals(sum, quantity(a).plus(quantity(b)).text());
  }

  @Test
  void differenceProductQuotientRatio() {
    assertEquals("512Mi", quantity("1Gi").minus(quantity("512Mi")).text());
    assertEquals("3Gi", quantity("2Gi").times(new BigDecimal("1.5")).text());
    assertEquals("250m", quantity("500m").dividedBy(new BigDecimal("2")).text());
    assertEquals("0.333333333333333333", quantity("1").dividedBy(new BigDecimal("3")).text());
    assertEquals(
        new Value.Decimal(new BigDecimal("0.25")), quantity("256Mi").ratio(quantity("1Gi")));
  }

  @Test
  void divisionByZeroIsAnError() {
    var error = assertThrows(EvaluationError.class, () -> quantity("1").ratio(quantity("0")));
    assertEquals(ErrorCode.DIVISION_BY_ZERO, error.code());
  }

  @Test
  void productsCannotGrowForEver() {
    var huge = quantity("1e400");
    var error = assertThrows(EvaluationError.class, () -> huge.times(new BigDecimal("1000")));
    assertEquals(ErrorCode.OVERFLOW, error.code());
  }

  /** Against arithmetic written anew: the mantissa times the factor of the suffix, up to nano. */
  @Test
  void randomQuantitiesAgreeWithTheirDefinition() {
    var random = new Random(20_261);
    String[] suffixes = {"n", "u", "m", "", "k", "M", "G", "T", "P", "E"};
    String[] binary = {"Ki", "Mi", "Gi", "Ti", "Pi", "Ei"};
    for (int i = 0; i < 5000; i++) {
      BigDecimal number = BigDecimal.valueOf(random.nextLong(1_000_000_000), random.nextInt(10));
      boolean isBinary = random.nextBoolean();
      int at = random.nextInt(isBinary ? binary.length : suffixes.length);
      BigDecimal factor =
          isBinary
              ? new BigDecimal(BigInteger.valueOf(1024).pow(at + 1))
              : BigDecimal.ONE.scaleByPowerOfTen(3 * at - 9);
      BigDecimal exact = number.multiply(factor);
      BigDecimal expected =
          exact
              .setScale(9, RoundingMode.UP)
              .min(isBinary ? BigDecimal.valueOf(Long.MAX_VALUE) : exact.add(BigDecimal.ONE));
      boolean negative = random.nextBoolean();
      String text =
          (negative ? "-" : "") + number.toPlainString() + (isBinary ? binary[at] : suffixes[at]);
      BigDecimal wanted = negative ? expected.negate() : expected;
      assertEquals(0, wanted.compareTo(quantity(text).amount()), text);
      assertEquals(quantity(text), quantity(Quantity.of(wanted).text()), text);
    }
  }
}

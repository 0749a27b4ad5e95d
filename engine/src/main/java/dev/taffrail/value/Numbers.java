package dev.taffrail.value;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Arithmetic on whole and decimal numbers; what has no exact place in them is an error, never a
 * wrapped or infinite number.
 */
public final class Numbers {
  /** Digits behind the point; division rounds to them, half to the even neighbour. */
  static final int SCALE = 18;

  /** Enough for every double that JSON can hold; keeps one operation from using up the memory. */
  private static final int MOST_DIGITS = 400;

  private Numbers() {}

  /** A decimal number, rounded to 18 digits behind the point. */
  public static Value.Decimal decimal(BigDecimal number) {
    return new Value.Decimal(limited(number));
  }

  /** Widens a whole number; a decimal stays as it is. */
  public static BigDecimal amount(Value number) {
    return switch (number) {
      case Value.Int whole -> BigDecimal.valueOf(whole.value());
      case Value.Decimal decimal -> decimal.value();
      default -> throw new IllegalArgumentException("no number: " + number);
    };
  }

  /** Whole if both are, else decimal. */
  public static Value add(Value a, Value b) {
    if (a instanceof Value.Int x && b instanceof Value.Int y) {
      return whole("+", x, y, Math::addExact);
    }
    return decimal(amount(a).add(amount(b)));
  }

  /** Whole if both are, else decimal. */
  public static Value subtract(Value a, Value b) {
    if (a instanceof Value.Int x && b instanceof Value.Int y) {
      return whole("-", x, y, Math::subtractExact);
    }
    return decimal(amount(a).subtract(amount(b)));
  }

  /** Whole if both are, else decimal. */
  public static Value multiply(Value a, Value b) {
    if (a instanceof Value.Int x && b instanceof Value.Int y) {
      return whole("*", x, y, Math::multiplyExact);
    }
    return decimal(amount(a).multiply(amount(b)));
  }

  /** Always decimal: {@code 1 / 2} is {@code 0.5}. */
  public static Value.Decimal divide(Value a, Value b) {
    return decimal(quotient(amount(a), amount(b)));
  }

  /** The rest of a division that rounds towards zero; it has the sign of the left side. */
  public static Value remainder(Value a, Value b) {
    if (amount(b).signum() == 0) {
      throw divisionByZero(amount(a));
    }
    if (a instanceof Value.Int x && b instanceof Value.Int y) {
      return new Value.Int(x.value() % y.value());
    }
    return decimal(amount(a).remainder(amount(b)));
  }

  public static Value negate(Value number) {
    return subtract(new Value.Int(0), number);
  }

  /** The nearest whole number by the given rule. */
  public static Value.Int whole(BigDecimal number, RoundingMode rule) {
    try {
      return new Value.Int(number.setScale(0, rule).longValueExact());
    } catch (ArithmeticException tooLarge) {
      throw new EvaluationError(
          ErrorCode.OVERFLOW, "`%s` does not fit a whole number".formatted(number.toPlainString()));
    }
  }

  static BigDecimal quotient(BigDecimal a, BigDecimal b) {
    if (b.signum() == 0) {
      throw divisionByZero(a);
    }
    return a.divide(b, SCALE, RoundingMode.HALF_EVEN);
  }

  static BigDecimal limited(BigDecimal number) {
    if (number.precision() - number.scale() > MOST_DIGITS) {
      throw new EvaluationError(
          ErrorCode.OVERFLOW, "a number has more than %d digits".formatted(MOST_DIGITS));
    }
    return number;
  }

  private interface LongOperation {
    long apply(long a, long b);
  }

  private static Value.Int whole(String sign, Value.Int a, Value.Int b, LongOperation operation) {
    try {
      return new Value.Int(operation.apply(a.value(), b.value()));
    } catch (ArithmeticException overflow) {
      throw new EvaluationError(
          ErrorCode.OVERFLOW,
          "`%d %s %d` does not fit a whole number".formatted(a.value(), sign, b.value()));
    }
  }

  private static EvaluationError divisionByZero(BigDecimal dividend) {
    return new EvaluationError(
        ErrorCode.DIVISION_BY_ZERO, "`%s` is divided by zero".formatted(dividend.toPlainString()));
  }
}

package dev.taffrail.object;

import java.math.BigDecimal;
import java.util.Optional;

/** The string that kubectl makes of a mapping key that is none: {@code 0x10} becomes "16". */
final class YamlKeys {
  private YamlKeys() {}

  /** The key, or empty if kubectl refuses it. */
  static Optional<String> text(YamlScalar key) {
    return switch (key) {
      case YamlScalar.Str string -> Optional.of(string.value());
      case YamlScalar.Whole whole -> Optional.of(Long.toString(whole.value()));
      case YamlScalar.Bool bool -> Optional.of(Boolean.toString(bool.value()));
      case YamlScalar.Floating floating -> Optional.of(floating((float) floating.value()));
      case YamlScalar.Unsigned unsigned -> Optional.empty();
      case YamlScalar.Null nothing -> Optional.empty();
      case YamlScalar.Mismatch mismatch -> Optional.empty();
    };
  }

  /** The key that an alias stands for. */
  static Optional<String> text(Node key) {
    return switch (key) {
      case Node.Text string -> Optional.of(string.value());
      case Node.Int whole -> Optional.of(Long.toString(whole.value()));
      case Node.Bool bool -> Optional.of(Boolean.toString(bool.value()));
      case Node.Fraction number -> Optional.of(floating(number.value().floatValue()));
      case Node.Null nothing -> Optional.empty();
      case Node.Sequence list -> Optional.empty();
      case Node.Mapping mapping -> Optional.empty();
    };
  }

  /** As the library prints keys: in 32 bits, with an exponent from the seventh digit on. */
  private static String floating(float value) {
    if (Float.isNaN(value)) {
      return ".nan";
    }
    if (Float.isInfinite(value)) {
      return value > 0 ? ".inf" : "-.inf";
    }
    if (value == 0) {
      return 1 / value < 0 ? "-0" : "0";
    }
    BigDecimal decimal = shortest(value);
    int exponent = decimal.precision() - decimal.scale() - 1;
    if (exponent >= -4 && exponent < 6) {
      return decimal.toPlainString();
    }
    String digits = decimal.unscaledValue().abs().toString();
    String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
    return (value < 0 ? "-" : "")
        + digits.charAt(0)
        + fraction
        + (exponent < 0 ? "e-" : "e+")
        + (Math.abs(exponent) < 10 ? "0" : "")
        + Math.abs(exponent);
  }

  private static BigDecimal shortest(float value) {
    var printed = new BigDecimal(Float.toString(value));
    BigDecimal oneDigit = printed.round(new java.math.MathContext(1));
    return (oneDigit.floatValue() == value ? oneDigit : printed).stripTrailingZeros();
  }
}

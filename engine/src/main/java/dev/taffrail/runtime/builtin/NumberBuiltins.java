package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.DECIMAL;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.on;

import dev.taffrail.value.Numbers;
import dev.taffrail.value.Value;
import java.math.RoundingMode;
import java.util.List;

/** Whole and decimal numbers. */
final class NumberBuiltins {
  private NumberBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        rounding("floor", RoundingMode.FLOOR, "The next whole number below.", "(-1.5).floor == -2"),
        rounding("ceil", RoundingMode.CEILING, "The next whole number above.", "(1.2).ceil == 2"),
        rounding(
            "round",
            RoundingMode.HALF_UP,
            "The nearest whole number; halves go away from zero.",
            "(2.5).round == 3"),
        member(
            DECIMAL,
            "abs",
            DECIMAL,
            "The number without its sign.",
            "(-1.5).abs == 1.5",
            on(Value.Decimal.class, number -> Numbers.decimal(number.value().abs()))),
        member(
            INT,
            "abs",
            INT,
            "The number without its sign.",
            "(-2).abs == 2",
            whole -> number(whole) < 0 ? Numbers.negate(whole) : whole));
  }

  private static Builtin rounding(
      String name, RoundingMode rule, String documentation, String example) {
    return member(
        DECIMAL,
        name,
        INT,
        documentation,
        example,
        on(Value.Decimal.class, number -> Numbers.whole(number.value(), rule)));
  }
}

package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.INT_OR_STRING;
import static dev.taffrail.compiler.type.Type.Scalar.PERCENT;
import static dev.taffrail.compiler.type.Type.Scalar.STRING;
import static dev.taffrail.runtime.builtin.Declarations.maybe;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.number;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.optional;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.IntOrString;
import dev.taffrail.value.Value;
import java.math.RoundingMode;
import java.util.List;

/** Values that are a number, a percentage or a name. */
final class IntOrStringBuiltins {
  private IntOrStringBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            INT_OR_STRING,
            "number",
            optional(INT),
            "The number; unset if it is text.",
            "\"8080\".intOrString!.number! == 8080",
            on(IntOrString.class, either -> maybe(either.number()))),
        member(
            INT_OR_STRING,
            "name",
            optional(STRING),
            "The text; unset if it is a number or a percentage.",
            "\"http\".intOrString!.name! == \"http\"",
            on(IntOrString.class, either -> maybe(either.name()))),
        member(
            INT_OR_STRING,
            "percent",
            optional(PERCENT),
            "The percentage; unset if it is something else.",
            "\"25%\".intOrString!.percent! == 25%",
            on(IntOrString.class, either -> maybe(either.percent()))),
        method(
            INT_OR_STRING,
            "of",
            List.of(with("total", INT), with("round", NativeTypes.ROUNDING)),
            INT,
            "The number itself, or the percentage of a total, rounded `up` or `down`; an error for"
                + " any other text.",
            "\"25%\".intOrString!.of(10, round: up) == 3",
            (arguments, context) ->
                ((IntOrString) arguments.get(0))
                    .of(number(arguments.get(1)), rounding(arguments.get(2)))));
  }

  private static RoundingMode rounding(Value member) {
    return ((EnumValue) member).member().equals("up") ? RoundingMode.CEILING : RoundingMode.FLOOR;
  }
}

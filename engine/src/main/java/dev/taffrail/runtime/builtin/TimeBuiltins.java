package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.DATE;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.on;

import dev.taffrail.value.DurationValue;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.Numbers;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/** Durations and moments. */
final class TimeBuiltins {
  private TimeBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        whole("days", 86_400, "days", "36h.days == 1"),
        whole("hours", 3600, "hours", "90min.hours == 1"),
        whole("minutes", 60, "minutes", "150s.minutes == 2"),
        whole("seconds", 1, "seconds", "2min.seconds == 120"),
        member(
            DURATION,
            "milliseconds",
            INT,
            "How many whole milliseconds it lasts.",
            "2s.milliseconds == 2000",
            on(
                DurationValue.class,
                duration ->
                    Numbers.whole(duration.seconds().movePointRight(3), RoundingMode.DOWN))),
        member(
            INSTANT,
            "date",
            DATE,
            "The day it lies in, in UTC.",
            "2026-12-31T23:59Z.date == 2026-12-31",
            on(InstantValue.class, InstantValue::date)));
  }

  private static Builtin whole(String name, int seconds, String unit, String example) {
    return member(
        DURATION,
        name,
        INT,
        "How many whole " + unit + " it lasts.",
        example,
        on(
            DurationValue.class,
            duration ->
                Numbers.whole(
                    duration.seconds().divideToIntegralValue(BigDecimal.valueOf(seconds)),
                    RoundingMode.DOWN)));
  }
}

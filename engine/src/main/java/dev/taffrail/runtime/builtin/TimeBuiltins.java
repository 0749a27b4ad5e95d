package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.DATE;
import static dev.taffrail.compiler.type.Type.Scalar.DURATION;
import static dev.taffrail.compiler.type.Type.Scalar.INSTANT;
import static dev.taffrail.compiler.type.Type.Scalar.INT;
import static dev.taffrail.compiler.type.Type.Scalar.TIME_ZONE;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.method;
import static dev.taffrail.runtime.builtin.Declarations.on;
import static dev.taffrail.runtime.builtin.Declarations.string;
import static dev.taffrail.runtime.builtin.Declarations.with;

import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.value.DateValue;
import dev.taffrail.value.DurationValue;
import dev.taffrail.value.InstantValue;
import dev.taffrail.value.Numbers;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.LinkedHashMap;
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
            on(InstantValue.class, InstantValue::date)),
        method(
            INSTANT,
            "local",
            with("zone", TIME_ZONE),
            NativeTypes.LOCAL_TIME,
            "What clocks and calendars show in a time zone: `date`, `weekday`, `hour`, `minute`, by"
                + " the zone data of the JVM.",
            "2026-03-29T01:00Z.local(\"Europe/Berlin\").hour == 3",
            (instant, zone) -> local((InstantValue) instant, string(zone))));
  }

  private static Value local(InstantValue instant, String zone) {
    var there = instant.value().atZone(ZoneId.of(zone));
    String weekday = NativeTypes.WEEKDAY.members().get(there.getDayOfWeek().ordinal());
    var fields = new LinkedHashMap<String, Value>();
    fields.put("date", new DateValue(there.toLocalDate()));
    fields.put("weekday", NativeTypes.member(NativeTypes.WEEKDAY, weekday));
    fields.put("hour", new Value.Int(there.getHour()));
    fields.put("minute", new Value.Int(there.getMinute()));
    return new RecordValue(fields);
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

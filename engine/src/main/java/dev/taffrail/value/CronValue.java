package dev.taffrail.value;

import java.time.Duration;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Locale;
import java.util.Optional;

/**
 * A schedule as CronJobs have it; its text is kept as written.
 *
 * @param anyDay whether one of the two fields for days is {@code *}: then both must hold, else one
 *     is enough
 */
public record CronValue(
    BitSet minutes,
    BitSet hours,
    BitSet days,
    BitSet months,
    BitSet weekdays,
    boolean anyDay,
    String text)
    implements Value {
  private static final int LONGEST = 256;
  private static final int FIELDS = 5;
  private static final int MINUTES_OF_HOUR = 60;
  private static final long MINUTES_OF_DAY = 1440;

  /** The calendar repeats itself after 400 years, and so do the days of the week. */
  private static final int CYCLE = 146_097;

  /** The day the cycle starts; any would do. */
  private static final LocalDate START = LocalDate.of(2000, 1, 1);

  private static final int DAYS_OF_WEEK = 7;

  /** Reads five fields or {@code @hourly}, {@code @daily}, {@code @weekly} and so on. */
  public static Optional<CronValue> parse(String text) {
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    String[] fields = expanded(text.strip()).split("\\s+");
    if (fields.length != FIELDS) {
      return Optional.empty();
    }
    var minutes = CronField.MINUTE.read(fields[0]);
    var hours = CronField.HOUR.read(fields[1]);
    var days = CronField.DAY.read(fields[2]);
    var months = CronField.MONTH.read(fields[3]);
    var weekdays = CronField.WEEKDAY.read(fields[4]);
    if (minutes.isEmpty()
        || hours.isEmpty()
        || days.isEmpty()
        || months.isEmpty()
        || weekdays.isEmpty()) {
      return Optional.empty();
    }
    boolean anyDay = CronField.isAny(fields[2]) || CronField.isAny(fields[4]);
    return Optional.of(
        new CronValue(
            minutes.get(), hours.get(), days.get(), months.get(), weekdays.get(), anyDay, text));
  }

  private static String expanded(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "@yearly", "@annually" -> "0 0 1 1 *";
      case "@monthly" -> "0 0 1 * *";
      case "@weekly" -> "0 0 * * 0";
      case "@daily", "@midnight" -> "0 0 * * *";
      case "@hourly" -> "0 * * * *";
      default -> text;
    };
  }

  /**
   * The longest time from one moment it names to the next, in a zone without summer time; empty if
   * it names no moment, as on 30 February.
   */
  public Optional<DurationValue> maxGap() {
    long longest = longestWithinDay();
    int first = -1;
    int last = -1;
    long overnight = MINUTES_OF_DAY - lastMinute() + firstMinute();
    for (int i = 0; i < CYCLE; i++) {
      if (isOn(START.plusDays(i))) {
        if (last >= 0) {
          longest = Math.max(longest, (i - last - 1) * MINUTES_OF_DAY + overnight);
        }
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first < 0) {
      return Optional.empty();
    }
    longest = Math.max(longest, (first + CYCLE - last - 1) * MINUTES_OF_DAY + overnight);
    return Optional.of(new DurationValue(Duration.ofMinutes(longest)));
  }

  private long longestWithinDay() {
    long longest = 0;
    long before = -1;
    for (int hour = hours.nextSetBit(0); hour >= 0; hour = hours.nextSetBit(hour + 1)) {
      for (int at = minutes.nextSetBit(0); at >= 0; at = minutes.nextSetBit(at + 1)) {
        long minute = (long) hour * MINUTES_OF_HOUR + at;
        longest = before < 0 ? longest : Math.max(longest, minute - before);
        before = minute;
      }
    }
    return longest;
  }

  private long firstMinute() {
    return (long) hours.nextSetBit(0) * MINUTES_OF_HOUR + minutes.nextSetBit(0);
  }

  private long lastMinute() {
    return (long) (hours.length() - 1) * MINUTES_OF_HOUR + minutes.length() - 1;
  }

  private boolean isOn(LocalDate day) {
    boolean inMonth = days.get(day.getDayOfMonth());
    boolean inWeek = weekdays.get(day.getDayOfWeek().getValue() % DAYS_OF_WEEK);
    return months.get(day.getMonthValue()) && (anyDay ? inMonth && inWeek : inMonth || inWeek);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronValue that && text.equals(that.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }
}

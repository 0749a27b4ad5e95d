package dev.taffrail.value;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One of the five fields of a schedule: which numbers it stands for.
 *
 * @param names words for the numbers from {@code low} on; none if it has no words
 */
record CronField(int low, int high, List<String> names) {
  static final CronField MINUTE = new CronField(0, 59, List.of());
  static final CronField HOUR = new CronField(0, 23, List.of());
  static final CronField DAY = new CronField(1, 31, List.of());
  static final CronField MONTH =
      new CronField(
          1,
          12,
          List.of(
              "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"));
  static final CronField WEEKDAY =
      new CronField(0, 6, List.of("sun", "mon", "tue", "wed", "thu", "fri", "sat"));

  private static final int MOST_DIGITS = 4;

  /** With a step of more than one it is a choice. */
  private static final Set<String> ANY = Set.of("*", "?", "*/1", "?/1");

  /** Whether it leaves the choice to another field. */
  static boolean isAny(String text) {
    return Stream.of(text.split(",", -1)).anyMatch(ANY::contains);
  }

  /** The numbers a field means, {@code 1-5}, {@code *}{@code /15}, {@code mon,wed}. */
  Optional<BitSet> read(String text) {
    var all = new BitSet();
    for (String part : text.split(",", -1)) {
      if (part.isEmpty()) {
        return Optional.empty();
      }
      var one = part(part);
      if (one.isEmpty()) {
        return Optional.empty();
      }
      all.or(one.get());
    }
    return Optional.of(all);
  }

  private Optional<BitSet> part(String text) {
    String[] steps = text.split("/", -1);
    String[] ends = steps[0].split("-", -1);
    if (steps.length > 2 || ends.length > 2) {
      return Optional.empty();
    }
    boolean any = steps[0].equals("*") || steps[0].equals("?");
    var from = any ? Optional.of(low) : number(ends[0]);
    var to = any || steps.length == 2 && ends.length == 1 ? Optional.of(high) : from;
    if (ends.length == 2) {
      to = number(ends[1]);
    }
    var step = steps.length == 2 ? whole(steps[1]) : Optional.of(1);
    boolean valid =
        from.isPresent()
            && to.isPresent()
            && step.filter(n -> n > 0).isPresent()
            && from.get() >= low
            && to.get() <= high
            && from.get() <= to.get();
    if (!valid) {
      return Optional.empty();
    }
    var numbers = new BitSet();
    for (int i = from.get(); i <= to.get(); i += step.get()) {
      numbers.set(i);
    }
    return Optional.of(numbers);
  }

  private Optional<Integer> number(String text) {
    int name = names.indexOf(text.toLowerCase(Locale.ROOT));
    return name >= 0 ? Optional.of(low + name) : whole(text);
  }

  private static Optional<Integer> whole(String text) {
    boolean digits =
        !text.isEmpty()
            && text.length() <= MOST_DIGITS
            && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }
}

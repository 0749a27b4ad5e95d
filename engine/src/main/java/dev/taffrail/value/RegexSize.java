package dev.taffrail.value;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Estimates how large a regular expression becomes when its counted repetitions are written out,
 * before the compiler does so: {@code ((a{1000}){1000}){1000}} would use up the memory first.
 */
final class RegexSize {
  /** Larger than any limit, small enough to be multiplied. */
  static final long HUGE = 1L << 31;

  private static final Pattern REPETITION = Pattern.compile("\\{([0-9]{1,9})(,([0-9]{0,9}))?\\}");

  /** Nesting deeper than this would exhaust the stack of the compiler. */
  private static final int DEEPEST = 200;

  private static final int LONGEST = 100_000;

  private final String text;
  private final Deque<Long> outer = new ArrayDeque<>();
  private long size;
  private long last;
  private int at;

  private RegexSize(String text) {
    this.text = text;
  }

  /** About how many instructions the program will have; at most a few times {@link #HUGE}. */
  static long estimate(String text) {
    return text.length() > LONGEST ? HUGE : new RegexSize(text).scan();
  }

  private long scan() {
    Matcher repetition = REPETITION.matcher(text);
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '(') {
        outer.push(size);
        size = 0;
        last = 0;
        at++;
      } else if (c == ')') {
        last = size + 2;
        size = last + (outer.isEmpty() ? 0 : outer.pop());
        at++;
      } else if (c == '{' && repetition.region(at, text.length()).lookingAt()) {
        repeat(times(repetition));
        at = repetition.end();
      } else {
        one(c);
      }
      if (size >= HUGE || outer.size() > DEEPEST) {
        return HUGE;
      }
    }
    return size + outer.stream().mapToLong(Long::longValue).sum();
  }

  private void repeat(long times) {
    size += last * Math.max(0, times - 1);
    last *= Math.max(1, times);
  }

  private static long times(Matcher repetition) {
    long low = Long.parseLong(repetition.group(1));
    String high = repetition.group(3);
    return high == null || high.isEmpty() ? low + 1 : Math.max(low, Long.parseLong(high));
  }

  private void one(char c) {
    int start = at;
    at = c == '[' ? behindClass() : c == '\\' ? behindEscape() : at + 1;
    last = text.startsWith("\\Q", start) ? at - start : 1;
    size += last;
  }

  private int behindEscape() {
    if (text.startsWith("\\Q", at)) {
      int end = text.indexOf("\\E", at);
      return end < 0 ? text.length() : end + 2;
    }
    return Math.min(text.length(), at + 2);
  }

  /** A bracket that comes first in a class is a member of it. */
  private int behindClass() {
    int i = at + 1;
    i += text.startsWith("^", i) ? 1 : 0;
    i += text.startsWith("]", i) ? 1 : 0;
    while (i < text.length() && text.charAt(i) != ']') {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.startsWith("[:", i)) {
        int end = text.indexOf(":]", i);
        i = end < 0 ? i : end + 1;
      }
      i++;
    }
    return Math.min(text.length(), i + 1);
  }
}

package dev.taffrail.proof;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** The choices of a generator; the same seed chooses the same. */
final class Chance {
  private final Random random;

  Chance(long seed) {
    this.random = new Random(seed);
  }

  /** True once in so many times. */
  boolean oneIn(int times) {
    return random.nextInt(times) == 0;
  }

  /** True in so many of a hundred times. */
  boolean percent(int times) {
    return random.nextInt(100) < times;
  }

  /** From 0, below the limit. */
  int below(int limit) {
    return random.nextInt(limit);
  }

  <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }

  String pick(String... from) {
    return from[random.nextInt(from.length)];
  }

  <T> List<T> shuffled(List<T> list) {
    var copy = new ArrayList<>(list);
    Collections.shuffle(copy, random);
    return copy;
  }

  /** The seed of a generator of its own, so that what one makes does not move the other. */
  long seed() {
    return random.nextLong();
  }
}

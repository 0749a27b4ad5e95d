package dev.taffrail.proof;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;

/**
 * The seeds of cases: always the same ones in a build, others for every `taffrail.soak.seed`.
 *
 * <p>Generators take one number and not the parts of a case, because a policy and an object that
 * shrink apart from each other are no longer typed.
 */
public final class Seeds implements ArbitrarySupplier<Long> {
  /** Given to properties, so that a build is the same every time. */
  public static final String FIXED = "2026";

  @Override
  public Arbitrary<Long> get() {
    long moved = Long.getLong("taffrail.soak.seed", 0L) * 0x9E3779B97F4A7C15L;
    return Arbitraries.randomValue(random -> random.nextLong() ^ moved);
  }
}

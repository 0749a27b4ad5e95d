/** Measures the engine beside other ways to do the same; run by {@code tools/bench}. */
@NullMarked
package dev.taffrail.bench;

import org.jspecify.annotations.NullMarked;

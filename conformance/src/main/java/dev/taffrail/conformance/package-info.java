/** Compares what the standard library says with what the tests of other tools say. */
@NullMarked
package dev.taffrail.conformance;

import org.jspecify.annotations.NullMarked;

/** Tests of policies: run, measured, and reported. */
@NullMarked
package dev.taffrail.testing;

import org.jspecify.annotations.NullMarked;

/** Policies applied to objects. */
@NullMarked
package dev.taffrail.runtime;

import org.jspecify.annotations.NullMarked;

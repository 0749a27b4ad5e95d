/** Values that expressions compute, with their equality, order and printed form. */
@NullMarked
package dev.taffrail.value;

import org.jspecify.annotations.NullMarked;

/** Finds the policies that come with Taffrail. */
@NullMarked
package dev.taffrail.stdlib;

import org.jspecify.annotations.NullMarked;

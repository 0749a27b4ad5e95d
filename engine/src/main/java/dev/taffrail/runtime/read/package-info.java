/** Reading fields of objects as typed values. */
@NullMarked
package dev.taffrail.runtime.read;

import org.jspecify.annotations.NullMarked;

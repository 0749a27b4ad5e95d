/** The interpreter: the definition of what the IR means. */
@NullMarked
package dev.taffrail.runtime.interpret;

import org.jspecify.annotations.NullMarked;

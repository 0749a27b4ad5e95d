/** The session in which policies are tried out line by line. */
@NullMarked
package dev.taffrail.repl;

import org.jspecify.annotations.NullMarked;

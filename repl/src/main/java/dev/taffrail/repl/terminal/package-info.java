/** The session on a terminal; the only package that knows JLine. */
@NullMarked
package dev.taffrail.repl.terminal;

import org.jspecify.annotations.NullMarked;

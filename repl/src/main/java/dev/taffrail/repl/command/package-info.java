/** The commands of a session, which begin with a colon. */
@NullMarked
package dev.taffrail.repl.command;

import org.jspecify.annotations.NullMarked;

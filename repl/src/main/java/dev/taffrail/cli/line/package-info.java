/** What may stand behind a command, what does, and the help about it. */
@NullMarked
package dev.taffrail.cli.line;

import org.jspecify.annotations.NullMarked;

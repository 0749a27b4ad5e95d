/** The taffrail command: one class per subcommand. */
@NullMarked
package dev.taffrail.cli;

import org.jspecify.annotations.NullMarked;

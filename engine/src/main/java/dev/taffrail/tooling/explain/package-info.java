/** What policies do, told to people: for commands and editors. */
@NullMarked
package dev.taffrail.tooling.explain;

import org.jspecify.annotations.NullMarked;

/** Built-in functions and members: signature and meaning side by side. */
@NullMarked
package dev.taffrail.runtime.builtin;

import org.jspecify.annotations.NullMarked;

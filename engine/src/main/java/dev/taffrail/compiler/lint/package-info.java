/** What compiles and is probably not meant: rules beyond the compiler's own warnings. */
@NullMarked
package dev.taffrail.compiler.lint;

import org.jspecify.annotations.NullMarked;

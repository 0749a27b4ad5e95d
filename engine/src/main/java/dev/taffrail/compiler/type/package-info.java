/** The types of the language, and the signatures the checker knows. */
@NullMarked
package dev.taffrail.compiler.type;

import org.jspecify.annotations.NullMarked;

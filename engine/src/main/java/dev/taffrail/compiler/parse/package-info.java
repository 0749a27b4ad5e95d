/** From text to syntax tree; the only package that knows ANTLR. */
@NullMarked
package dev.taffrail.compiler.parse;

import org.jspecify.annotations.NullMarked;

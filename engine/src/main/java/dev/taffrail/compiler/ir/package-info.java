/** The typed form that is evaluated. */
@NullMarked
package dev.taffrail.compiler.ir;

import org.jspecify.annotations.NullMarked;

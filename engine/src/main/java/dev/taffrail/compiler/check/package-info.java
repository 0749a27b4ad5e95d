/** Types every expression and turns the syntax tree into typed IR. */
@NullMarked
package dev.taffrail.compiler.check;

import org.jspecify.annotations.NullMarked;

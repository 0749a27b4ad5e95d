/** The syntax tree of policy files, as written, without types. */
@NullMarked
package dev.taffrail.compiler.ast;

import org.jspecify.annotations.NullMarked;

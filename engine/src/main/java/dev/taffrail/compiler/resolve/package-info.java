/** Which declaration a name stands for: modules, imports, top-level scope. */
@NullMarked
package dev.taffrail.compiler.resolve;

import org.jspecify.annotations.NullMarked;

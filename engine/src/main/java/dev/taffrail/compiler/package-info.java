/** The way from policy text to an executable policy set, one line per phase. */
@NullMarked
package dev.taffrail.compiler;

import org.jspecify.annotations.NullMarked;

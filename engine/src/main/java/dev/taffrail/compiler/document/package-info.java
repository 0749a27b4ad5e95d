/** Waivers and enforcement written as YAML, read into the trees that policy text gives. */
@NullMarked
package dev.taffrail.compiler.document;

import org.jspecify.annotations.NullMarked;

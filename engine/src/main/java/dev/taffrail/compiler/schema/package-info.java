/** Kubernetes kinds as types: the generated structure with the overlay of defaults over it. */
@NullMarked
package dev.taffrail.compiler.schema;

import org.jspecify.annotations.NullMarked;

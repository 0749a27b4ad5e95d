/** Kubernetes objects as they were written: trees with positions, and the paths into them. */
@NullMarked
package dev.taffrail.object;

import org.jspecify.annotations.NullMarked;

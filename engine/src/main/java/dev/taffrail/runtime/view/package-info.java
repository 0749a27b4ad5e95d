/** Components of a cluster, found in the objects that run or configure them. */
@NullMarked
package dev.taffrail.runtime.view;

import org.jspecify.annotations.NullMarked;

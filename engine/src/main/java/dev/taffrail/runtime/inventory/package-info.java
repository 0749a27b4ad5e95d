/** The objects that rules about several objects read, and which kinds are known completely. */
@NullMarked
package dev.taffrail.runtime.inventory;

import org.jspecify.annotations.NullMarked;

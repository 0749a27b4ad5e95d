/**
 * How the versions of packaging systems compare, each by the rules that its own system publishes.
 */
@NullMarked
package dev.taffrail.value.version;

import org.jspecify.annotations.NullMarked;

/** What policies say about objects. */
@NullMarked
package dev.taffrail.finding;

import org.jspecify.annotations.NullMarked;

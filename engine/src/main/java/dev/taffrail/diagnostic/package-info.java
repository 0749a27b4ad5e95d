/** What Taffrail tells policy authors about policy text. */
@NullMarked
package dev.taffrail.diagnostic;

import org.jspecify.annotations.NullMarked;

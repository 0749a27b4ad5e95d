/** Which values come from secrets, so that none of them is printed. */
@NullMarked
package dev.taffrail.compiler.secret;

import org.jspecify.annotations.NullMarked;

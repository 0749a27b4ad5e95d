/** The door for everybody who embeds Taffrail. */
@NullMarked
package dev.taffrail;

import org.jspecify.annotations.NullMarked;

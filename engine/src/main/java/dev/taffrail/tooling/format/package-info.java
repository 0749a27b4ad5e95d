/** The one style of policy files: the same meaning and comments, written in one way. */
@NullMarked
package dev.taffrail.tooling.format;

import org.jspecify.annotations.NullMarked;

/** Functions that the host answers: what was asked, what came of it, and each only once. */
@NullMarked
package dev.taffrail.runtime.external;

import org.jspecify.annotations.NullMarked;

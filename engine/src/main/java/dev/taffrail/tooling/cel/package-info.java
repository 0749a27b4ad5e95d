/** Policies in CEL, as a ValidatingAdmissionPolicy has them, where that can be said exactly. */
@NullMarked
package dev.taffrail.tooling.cel;

import org.jspecify.annotations.NullMarked;

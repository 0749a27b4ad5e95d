/** What policy files offer to those who import and bind them, and how that changes. */
@NullMarked
package dev.taffrail.tooling.api;

import org.jspecify.annotations.NullMarked;

package dev.taffrail.compiler.check;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;

/**
 * A name of a body.
 *
 * @param emptyWhenAbsent if it is absent, that means the same as an empty record
 * @param mayMiss using it can end the check, since its value demands something with {@code !}
 */
record Local(
    String name, int slot, Type type, boolean emptyWhenAbsent, boolean mayMiss, Span span) {}

package dev.taffrail.tooling.explain;

import dev.taffrail.source.Span;

/**
 * A place where a policy says what a missing value means.
 *
 * @param asked the expression that may be missing, as written
 * @param meaning what follows when it is missing
 * @param whole it is about everything inside of the value as well
 * @param span where the policy says so
 */
public record Answer(String asked, String meaning, boolean whole, Span span) {}

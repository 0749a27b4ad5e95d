package dev.taffrail.object;

import dev.taffrail.source.Span;

/**
 * The text that stands for a field path.
 *
 * @param span never more than one line
 * @param exact whether the path exists; otherwise the span is that of its nearest ancestor that
 *     does
 */
public record Located(Span span, boolean exact) {}

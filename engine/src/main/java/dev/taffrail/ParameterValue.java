package dev.taffrail;

import dev.taffrail.object.Node;
import dev.taffrail.source.Span;

/**
 * A value for a parameter, as a user gave it.
 *
 * @param name {@code param} (every selected policy or module that has it), {@code module/param},
 *     {@code policy-id.param} or {@code module/policy-id.param}
 * @param nameSpan where the name stands, for messages
 * @param value the value as read from YAML or JSON
 * @param valueSource where the offsets of the value's nodes point
 */
public record ParameterValue(
    String name, Span nameSpan, Node value, dev.taffrail.source.SourceFile valueSource) {}

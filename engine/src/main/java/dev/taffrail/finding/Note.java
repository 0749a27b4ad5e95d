package dev.taffrail.finding;

import dev.taffrail.source.Span;

/**
 * Something that was left out on purpose: a document that is no Kubernetes object, with the reason.
 */
public record Note(Span span, String message) {}

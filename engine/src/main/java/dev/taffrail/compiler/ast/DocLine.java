package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;

/** One {@code ///} line; the text comes without the slashes and one leading space. */
public record DocLine(Span span, String text) {}

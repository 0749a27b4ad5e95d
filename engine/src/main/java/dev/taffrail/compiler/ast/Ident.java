package dev.taffrail.compiler.ast;

import dev.taffrail.source.Span;

/** A name with its place; backticks are already removed. */
public record Ident(Span span, String text) {
  @Override
  public String toString() {
    return text;
  }
}

package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.source.Span;

/** A stretch of a text between quotes, before indentation is stripped. */
sealed interface Piece {
  Span span();

  /** As written. */
  record Raw(Span span, String text) implements Piece {}

  /** What an escape stands for; never counts as indentation. */
  record Escaped(Span span, String text) implements Piece {}

  record Hole(Span span, Expr expression) implements Piece {}
}

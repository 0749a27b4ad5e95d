package dev.taffrail.compiler.parse;

import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** The places of tokens; a token that recovery put between two others has an empty place. */
final class Spans {
  private Spans() {}

  static Span of(SourceFile source, Token token) {
    int end = token.getStopIndex() + 1;
    return source.span(token.getStartIndex(), Math.max(end, token.getStartIndex()));
  }

  static Span of(SourceFile source, Token first, Token last) {
    return source.span(
        first.getStartIndex(), Math.max(last.getStopIndex() + 1, first.getStartIndex()));
  }

  static CommonToken retyped(CommonToken token, int type) {
    return derived(token, type, token.getStartIndex(), token.getStopIndex() + 1);
  }

  /** A token of another type at another place of the same file. */
  static CommonToken derived(CommonToken token, int type, int start, int end) {
    var derived = new CommonToken(token);
    derived.setType(type);
    derived.setStartIndex(start);
    derived.setStopIndex(end - 1);
    derived.setText(null);
    return derived;
  }
}

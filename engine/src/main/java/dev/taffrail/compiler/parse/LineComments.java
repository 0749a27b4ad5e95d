package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Finds the comments of a file that begin with {@code //}, outside of texts. */
public final class LineComments {
  private LineComments() {}

  public static List<Span> of(SourceFile source) {
    var lexer = new RailLexer(new SourceChars(source.name(), source.text()));
    var found = new ArrayList<Span>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      if (token.getType() == TaffrailLexer.COMMENT) {
        found.add(source.span(token.getStartIndex(), token.getStopIndex() + 1));
      }
    }
    return found;
  }
}

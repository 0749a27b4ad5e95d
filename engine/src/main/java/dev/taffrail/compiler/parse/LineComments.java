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

  /**
   * The line that a comment is about: its own if something stands before it, else the next with
   * more than comments.
   */
  public static int subjectOf(Span comment) {
    SourceFile file = comment.source();
    int line = comment.startPosition().line();
    String before = file.text().substring(file.lineStart(line), comment.start());
    if (!before.isBlank()) {
      return line;
    }
    int next = line + 1;
    while (next < file.lineCount()
        && (file.line(next).isBlank() || file.line(next).strip().startsWith("//"))) {
      next++;
    }
    return next;
  }
}

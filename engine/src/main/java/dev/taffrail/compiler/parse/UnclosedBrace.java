package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.IntStream;
import org.antlr.v4.runtime.Token;

/**
 * Guesses which brace was never closed.
 *
 * <p>Closing braces are matched from the inside, so the brace that is left open is the outermost,
 * which is hardly ever the one that was forgotten. Indentation knows better: the first brace whose
 * counterpart stands further to the left than its own line is the one.
 */
final class UnclosedBrace {
  private UnclosedBrace() {}

  static Optional<Token> find(Failure failure) {
    var open = new ArrayDeque<Token>();
    for (int i = start(failure); i < failure.index(); i++) {
      var token = failure.file().tokens().get(i);
      if (isOpening(token)) {
        open.push(token);
      } else if (token.getType() == TaffrailLexer.RBRACE && !open.isEmpty()) {
        var opening = open.pop();
        boolean ownLine = new Boundaries(failure.file()).startsLine(i);
        if (ownLine && indentation(failure, token) < indentation(failure, opening)) {
          return Optional.of(opening);
        }
      }
    }
    return Optional.ofNullable(open.peek());
  }

  /** The closing braces that are missing in front of the offending token. */
  static int[] closing(Failure failure) {
    Deque<Token> open = new ArrayDeque<>();
    for (int i = start(failure); i < failure.index(); i++) {
      var token = failure.file().tokens().get(i);
      if (isOpening(token)) {
        open.push(token);
      } else if (token.getType() == TaffrailLexer.RBRACE && !open.isEmpty()) {
        open.pop();
      }
    }
    return IntStream.range(0, Math.max(1, open.size())).map(i -> TaffrailLexer.RBRACE).toArray();
  }

  private static boolean isOpening(Token token) {
    return token.getType() == TaffrailLexer.LBRACE || token.getType() == TaffrailLexer.HOLE_OPEN;
  }

  private static int start(Failure failure) {
    var context = failure.context();
    while (context.getParent() != null && context.getParent().getParent() != null) {
      context = context.getParent();
    }
    return context.getStart().getTokenIndex();
  }

  private static int indentation(Failure failure, Token token) {
    var source = failure.file().source();
    var line = source.line(source.position(token.getStartIndex()).line());
    return line.length() - line.stripLeading().length();
  }
}

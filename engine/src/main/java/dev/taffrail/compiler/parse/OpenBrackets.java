package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import java.util.ArrayDeque;
import java.util.Deque;

/** The brackets that are open after some tokens; forgives wrong ones. */
final class OpenBrackets {
  private final Deque<Integer> open = new ArrayDeque<>();

  void pass(int type) {
    switch (type) {
      case TaffrailLexer.LPAREN,
          TaffrailLexer.LBRACKET,
          TaffrailLexer.LBRACE,
          TaffrailLexer.HOLE_OPEN ->
          open.push(type);
      case TaffrailLexer.RPAREN -> close(TaffrailLexer.LPAREN);
      case TaffrailLexer.RBRACKET -> close(TaffrailLexer.LBRACKET);
      case TaffrailLexer.RBRACE -> {
        while (!open.isEmpty() && !isBrace(open.peek())) {
          open.pop();
        }
        if (!open.isEmpty()) {
          open.pop();
        }
      }
      default -> {}
    }
  }

  private void close(int opening) {
    if (!open.isEmpty() && open.peek() == opening) {
      open.pop();
    }
  }

  private static boolean isBrace(int type) {
    return type == TaffrailLexer.LBRACE || type == TaffrailLexer.HOLE_OPEN;
  }

  boolean isEmpty() {
    return open.isEmpty();
  }

  boolean hasBrace() {
    return open.stream().anyMatch(OpenBrackets::isBrace);
  }
}

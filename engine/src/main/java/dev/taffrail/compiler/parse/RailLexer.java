package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import org.antlr.v4.runtime.CharStream;

/** The generated lexer, made safe for text with too many or too few closing braces. */
final class RailLexer extends TaffrailLexer {
  RailLexer(CharStream input) {
    super(input);
    removeErrorListeners();
  }

  /** A `}` that closes nothing leaves the lexer where it is; the parser complains about it. */
  @Override
  public int popMode() {
    return _modeStack.isEmpty() ? _mode : super.popMode();
  }

  /** How many modes the current one is nested in. */
  int depth() {
    return _modeStack.size();
  }

  /** Leaves all modes that were entered since the depth was as given. */
  void leaveTo(int depth) {
    while (_modeStack.size() > depth) {
      popMode();
    }
  }
}

package dev.taffrail.compiler.parse;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * Ends the parse at the first token that does not fit.
 *
 * <p>ANTLR's own recovery drops and invents tokens while it goes on, and explains itself in lists
 * of token names. Here a mistake is explained once, the token list is mended, and the declaration
 * is parsed again; see {@link SyntaxReader}.
 */
final class StopAtMistake extends DefaultErrorStrategy {

  /** Where the parser stopped. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient ParserRuleContext context;
    private final transient Token offending;
    private final transient IntervalSet expected;

    private Stop(ParserRuleContext context, Token offending, IntervalSet expected) {
      super("", null, false, false);
      this.context = context;
      this.offending = offending;
      this.expected = expected;
    }

    /** The innermost rule that was being read. */
    ParserRuleContext context() {
      return context;
    }

    /** The first token that fits no rule. */
    Token offending() {
      return offending;
    }

    /** The types of tokens that could have come instead. */
    IntervalSet expected() {
      return expected;
    }
  }

  @Override
  public void recover(Parser parser, RecognitionException problem) {
    throw stop(parser, problem);
  }

  @Override
  public Token recoverInline(Parser parser) {
    throw stop(parser, new InputMismatchException(parser));
  }

  private static Stop stop(Parser parser, RecognitionException problem) {
    return new Stop(parser.getContext(), problem.getOffendingToken(), parser.getExpectedTokens());
  }

  @Override
  public void sync(Parser parser) {}

  @Override
  public void reportError(Parser parser, RecognitionException problem) {}
}

package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailParser;
import java.util.BitSet;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** The generated parser, made to stop at its first mistake and before its stack is exhausted. */
final class RailParser extends TaffrailParser {
  /** The rules that nest in themselves without end, beside those with operators. */
  private static final BitSet NESTING = new BitSet();

  static {
    NESTING.set(RULE_expr);
    NESTING.set(RULE_type);
    NESTING.set(RULE_block);
    NESTING.set(RULE_ifStatement);
  }

  private int nesting;

  /** Thrown where {@link SyntaxLimits#NESTING} is passed. */
  static final class TooDeep extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Token token;

    private TooDeep(Token token) {
      super("", null, false, false);
      this.token = token;
    }

    Token token() {
      return token;
    }
  }

  RailParser(TokenList tokens) {
    super(tokens);
    removeErrorListeners();
    setErrorHandler(new StopAtMistake());
  }

  @Override
  public void enterRule(ParserRuleContext context, int state, int rule) {
    super.enterRule(context, state, rule);
    if (NESTING.get(rule)) {
      goDeeper();
    }
  }

  @Override
  public void exitRule() {
    if (NESTING.get(_ctx.getRuleIndex())) {
      nesting--;
    }
    super.exitRule();
  }

  @Override
  public void enterRecursionRule(ParserRuleContext context, int state, int rule, int precedence) {
    super.enterRecursionRule(context, state, rule, precedence);
    // the operators of one chain are parsed in a loop; only an operand in an operand goes deeper
    if (precedence > 0) {
      goDeeper();
    }
  }

  @Override
  public void unrollRecursionContexts(ParserRuleContext parent) {
    if (getPrecedence() > 0) {
      nesting--;
    }
    super.unrollRecursionContexts(parent);
  }

  private void goDeeper() {
    if (++nesting > SyntaxLimits.NESTING) {
      throw new TooDeep(getCurrentToken());
    }
  }
}

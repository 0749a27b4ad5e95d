package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.BinaryOperator;
import dev.taffrail.grammar.TaffrailLexer;
import java.util.EnumSet;
import org.antlr.v4.runtime.Token;

/** Which operator a token stands for. */
final class Operators {
  private Operators() {}

  /** An operator that is one token, taken from how it is written. */
  static BinaryOperator binary(Token token) {
    var literal = TaffrailLexer.VOCABULARY.getLiteralName(token.getType());
    for (BinaryOperator operator : EnumSet.allOf(BinaryOperator.class)) {
      if (("'" + operator.symbol() + "'").equals(literal)) {
        return operator;
      }
    }
    throw new IllegalStateException("no operator for " + literal);
  }
}

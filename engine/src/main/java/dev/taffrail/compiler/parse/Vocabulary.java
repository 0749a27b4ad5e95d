package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What can be said of a token from its type alone. */
final class Vocabulary {
  private static final IntervalSet NAMES =
      TaffrailParser._ATN.nextTokens(
          TaffrailParser._ATN.ruleToStartState[TaffrailParser.RULE_ident]);

  private static final IntervalSet WORDS =
      TaffrailParser._ATN.nextTokens(
          TaffrailParser._ATN.ruleToStartState[TaffrailParser.RULE_name]);

  private static final IntervalSet EXPRESSION_STARTS =
      TaffrailParser._ATN.nextTokens(
          TaffrailParser._ATN.ruleToStartState[TaffrailParser.RULE_expr]);

  /** Behind these an expression must come. */
  private static final Set<Integer> NEED_OPERAND =
      Set.of(
          TaffrailLexer.AND,
          TaffrailLexer.OR,
          TaffrailLexer.NOT,
          TaffrailLexer.IMPLIES,
          TaffrailLexer.IN,
          TaffrailLexer.CONTAINS,
          TaffrailLexer.MATCHES,
          TaffrailLexer.STARTS_WITH,
          TaffrailLexer.ENDS_WITH,
          TaffrailLexer.EQUAL,
          TaffrailLexer.NOT_EQUAL,
          TaffrailLexer.LESS,
          TaffrailLexer.LESS_OR_EQUAL,
          TaffrailLexer.GREATER,
          TaffrailLexer.GREATER_OR_EQUAL,
          TaffrailLexer.PLUS,
          TaffrailLexer.MINUS,
          TaffrailLexer.STAR,
          TaffrailLexer.SLASH,
          TaffrailLexer.PERCENT_SIGN,
          TaffrailLexer.COALESCE,
          TaffrailLexer.RANGE,
          TaffrailLexer.ASSIGN,
          TaffrailLexer.THEN,
          TaffrailLexer.ELSE,
          TaffrailLexer.IF,
          TaffrailLexer.COLON,
          TaffrailLexer.COMMA,
          TaffrailLexer.FAT_ARROW);

  private Vocabulary() {}

  /** A word that can be the name of something. */
  static boolean isName(int type) {
    return type > 0 && NAMES.contains(type);
  }

  /** A name or a keyword. */
  static boolean isWord(int type) {
    return type > 0 && WORDS.contains(type);
  }

  static boolean isKeyword(int type) {
    return isWord(type) && !isName(type);
  }

  static boolean startsExpression(int type) {
    return type > 0 && EXPRESSION_STARTS.contains(type);
  }

  static boolean needsOperand(int type) {
    return NEED_OPERAND.contains(type);
  }

  /** Whether an expression can end with such a token. */
  static boolean endsOperand(int type) {
    if (isWord(type)) {
      return !needsOperand(type);
    }
    return switch (type) {
      case TaffrailLexer.DATE,
          TaffrailLexer.DURATION,
          TaffrailLexer.QUANTITY,
          TaffrailLexer.PERCENT,
          TaffrailLexer.DECIMAL,
          TaffrailLexer.INT,
          TaffrailLexer.RPAREN,
          TaffrailLexer.RBRACKET,
          TaffrailLexer.RBRACE,
          TaffrailLexer.BANG,
          TaffrailLexer.QUOTE_CLOSE,
          TaffrailLexer.BLOCK_CLOSE,
          TaffrailLexer.TAG_CLOSE,
          TaffrailLexer.TAG_BLOCK_CLOSE,
          TaffrailLexer.HOLE ->
          true;
      default -> false;
    };
  }

  static boolean startsText(int type) {
    return type == TaffrailLexer.QUOTE_OPEN || type == TaffrailLexer.BLOCK_OPEN;
  }

  static boolean isComparison(int type) {
    return switch (type) {
      case TaffrailLexer.EQUAL,
          TaffrailLexer.NOT_EQUAL,
          TaffrailLexer.LESS,
          TaffrailLexer.LESS_OR_EQUAL,
          TaffrailLexer.GREATER,
          TaffrailLexer.GREATER_OR_EQUAL,
          TaffrailLexer.IN,
          TaffrailLexer.MATCHES,
          TaffrailLexer.CONTAINS,
          TaffrailLexer.STARTS_WITH,
          TaffrailLexer.ENDS_WITH,
          TaffrailLexer.IS ->
          true;
      default -> false;
    };
  }

  /** How a token that is always written alike is written. */
  static Optional<String> spelling(int type) {
    // ANTLR forgets how a token is written if its rule changes the mode
    if (type == TaffrailLexer.LBRACE || type == TaffrailLexer.RBRACE) {
      return Optional.of(type == TaffrailLexer.LBRACE ? "{" : "}");
    }
    var literal = TaffrailLexer.VOCABULARY.getLiteralName(type);
    return Optional.ofNullable(literal).map(quoted -> quoted.substring(1, quoted.length() - 1));
  }

  /** The words of keywords, with spaces between. */
  static String words(List<Integer> types) {
    return types.stream().map(type -> spelling(type).orElse("")).collect(Collectors.joining(" "));
  }
}

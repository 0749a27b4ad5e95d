package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Explains a mistake that nobody recognised, by what could have come in its place. */
final class Expectation {
  private Expectation() {}

  static Mistake explain(Failure failure) {
    boolean missing = failure.startsLine() && !failure.isBetweenStatements();
    var wanted = wanted(failure);
    if (missing && !wanted.isEmpty()) {
      return new Mistake(
          failure.mistake(failure.gap(), "%s is missing".formatted(wanted)), Optional.empty());
    }
    var complaint =
        failure.mistake(
            failure.place(),
            failure.type(0) == Token.EOF
                ? "the file ends too early"
                : "`%s` is not expected here".formatted(failure.text(0)));
    return new Mistake(
        wanted.isEmpty() ? complaint : complaint.label("%s is expected".formatted(wanted)),
        Optional.empty());
  }

  private static String wanted(Failure failure) {
    if (failure.isBetweenStatements()) {
      return failure.startsStatement() ? element(failure.context().getRuleIndex()) : "";
    }
    if (failure.expectsExpression()) {
      return "an expression";
    }
    if (failure.expects(TaffrailLexer.PASS) && !failure.expects(TaffrailLexer.IDENT)) {
      return "pass, skip, error, violation or result";
    }
    if (failure.isIn(TaffrailParser.RULE_simpleType)
        || failure.isIn(TaffrailParser.RULE_type)
        || failure.isIn(TaffrailParser.RULE_optionalType)) {
      return "a type";
    }
    if (failure.expectsName()) {
      return "a name";
    }
    if (failure.expects(TaffrailLexer.QUOTE_OPEN)) {
      return "a text in quotes";
    }
    int only = failure.expected().size() == 1 ? failure.expected().getMinElement() : Token.EOF;
    return switch (only) {
      case Token.EOF -> "";
      case TaffrailLexer.INT -> "a number";
      case TaffrailLexer.DATE -> "a date";
      default -> Vocabulary.spelling(only).map("`%s`"::formatted).orElse("");
    };
  }

  private static String element(int list) {
    return switch (list) {
      case TaffrailParser.RULE_extension -> "a member, `name: Type = expression`";
      case TaffrailParser.RULE_enforcement -> "a line with deny, warn, audit or off";
      case TaffrailParser.RULE_test -> "given, using, expect or let";
      default -> "a statement";
    };
  }
}

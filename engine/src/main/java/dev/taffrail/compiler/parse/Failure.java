package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import dev.taffrail.grammar.TaffrailParser.MetadataContext;
import dev.taffrail.source.Span;
import java.util.Arrays;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/**
 * A place where the parser stopped, as those who explain it want to look at it.
 *
 * @param file the tokens around
 * @param context the innermost rule that was being read
 * @param index the first token that fits no rule
 * @param expected the types of tokens that could have come instead, as far as the innermost rule
 *     says
 */
record Failure(LexedFile file, ParserRuleContext context, int index, IntervalSet expected) {

  static Failure of(LexedFile file, StopAtMistake.Stop stop) {
    return new Failure(file, stop.context(), stop.offending().getTokenIndex(), stop.expected());
  }

  /**
   * The same failure seen from the list around, if the parser took the first word of something else
   * for the key of metadata.
   */
  Failure betweenItems() {
    boolean tookKey = context instanceof MetadataContext && context.getChildCount() == 1;
    return tookKey
        ? new Failure(
            file,
            context.getParent().getParent(),
            context.getStart().getTokenIndex(),
            IntervalSet.of(TaffrailLexer.RBRACE))
        : this;
  }

  /** The same place, seen from the rule around the innermost. */
  Failure around() {
    return new Failure(file, context.getParent(), index, expected);
  }

  /** The same place, with the next token in the role of the offending one. */
  Failure next() {
    return new Failure(file, context, index + 1, expected);
  }

  /** The last part of the innermost rule that was read to its end. */
  Optional<ParserRuleContext> lastComplete() {
    for (int i = context.getChildCount() - 1; i >= 0; i--) {
      boolean before =
          !(context.getChild(i) instanceof ParserRuleContext child)
              || child.getStart().getTokenIndex() < index;
      if (before) {
        return context.getChild(i) instanceof ParserRuleContext child
            ? Optional.of(child)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** The token at a distance from the offending one, which is at 0; the last one at the end. */
  CommonToken token(int distance) {
    return file.tokens().get(Math.max(0, Math.min(index + distance, file.tokens().size() - 1)));
  }

  int type(int distance) {
    return index + distance < 0 ? Token.INVALID_TYPE : token(distance).getType();
  }

  Span span(int distance) {
    return Spans.of(file.source(), token(distance));
  }

  Span span(Token token) {
    return Spans.of(file.source(), token);
  }

  String text(int distance) {
    return span(distance).text();
  }

  /** The offending token; at the end of the file, where its last token ends. */
  Span place() {
    if (type(0) != Token.EOF) {
      return span(0);
    }
    int end = index == 0 ? 0 : span(-1).end();
    return file.source().span(end, end);
  }

  /** The place right behind the token before the offending one. */
  Span gap() {
    int end = index == 0 ? 0 : span(-1).end();
    return file.source().span(end, end);
  }

  boolean isAt(int... types) {
    return isType(type(0), types);
  }

  boolean isBehind(int... types) {
    return isType(type(-1), types);
  }

  static boolean isType(int type, int... types) {
    return Arrays.stream(types).anyMatch(t -> t == type);
  }

  boolean expects(int type) {
    return expected.contains(type);
  }

  /** A number can stand wherever an expression can, and hardly anywhere else. */
  boolean expectsExpression() {
    return expects(TaffrailLexer.DECIMAL);
  }

  boolean expectsName() {
    return expects(TaffrailLexer.IDENT) && !expectsExpression();
  }

  /** Whether two tokens touch. */
  boolean touches(int left) {
    return token(left).getStopIndex() + 1 == token(left + 1).getStartIndex();
  }

  int line(int distance) {
    return file.source().position(token(distance).getStartIndex()).line();
  }

  /** Whether a statement could begin here. */
  boolean startsStatement() {
    return isBetweenStatements()
        && (startsLine() || isBehind(TaffrailLexer.LBRACE, TaffrailLexer.RBRACE));
  }

  /** Whether what is in front can be the end of an expression. */
  boolean isBehindOperand() {
    return Vocabulary.endsOperand(type(-1));
  }

  boolean startsLine() {
    return index == 0 || type(0) == Token.EOF || line(-1) < line(0);
  }

  boolean isIn(int rule) {
    return context.getRuleIndex() == rule;
  }

  /** The innermost of these rules that is being read. */
  Optional<ParserRuleContext> enclosing(int... rules) {
    for (ParserRuleContext rule = context; rule != null; rule = rule.getParent()) {
      if (isType(rule.getRuleIndex(), rules)) {
        return Optional.of(rule);
      }
    }
    return Optional.empty();
  }

  /**
   * Whether the parser stopped between the statements or items of a braced list, not in one of
   * them.
   */
  boolean isBetweenStatements() {
    return isType(context.getRuleIndex(), Boundaries.LISTS)
        && (context instanceof TaffrailParser.PolicyFileContext
            || context instanceof TaffrailParser.StatementsContext
            || context.getToken(TaffrailLexer.LBRACE, 0) != null);
  }

  Diagnostic mistake(Span span, String message) {
    return Diagnostic.of(DiagnosticCode.E0001, span, message);
  }
}

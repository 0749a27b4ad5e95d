package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import java.util.Optional;

/**
 * Recognises what is wrong with the message, place or severity of a check.
 *
 * <p>These words are names elsewhere, so the parser gives up on them before what follows them.
 */
final class TailMistakes {
  private TailMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    boolean before = failure.isBetweenStatements() && isTail(failure.type(0));
    if (before) {
      return tail(failure.next());
    }
    return isTail(failure.type(-1)) && !failure.expectsExpression()
        ? tail(failure)
        : Optional.empty();
  }

  private static boolean isTail(int type) {
    return Failure.isType(type, TaffrailLexer.MESSAGE, TaffrailLexer.AT, TaffrailLexer.SEVERITY);
  }

  /** The token behind the word is the offending one. */
  private static Optional<Mistake> tail(Failure failure) {
    if (!followsCheck(failure)) {
      return Optional.empty();
    }
    if (failure.isAt(TaffrailLexer.COLON)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "`%s` of a check has no `:`".formatted(failure.text(-1)))
              .label("remove it")
              .fix(failure.place(), ""),
          Edit.remove(failure.index()));
    }
    return switch (failure.type(-1)) {
      case TaffrailLexer.MESSAGE -> message(failure);
      case TaffrailLexer.SEVERITY ->
          Vocabulary.startsText(failure.type(0))
              ? Mistake.of(
                  failure
                      .mistake(failure.place(), "a severity stands without quotes")
                      .label("info, low, medium, high or critical"),
                  upToLineEnd(failure, TaffrailLexer.IDENT))
              : Optional.empty();
      default ->
          Vocabulary.startsText(failure.type(0))
              ? Mistake.of(
                  failure
                      .mistake(failure.place(), "a place is written as a path, without quotes")
                      .label("for example `at pod.spec.hostNetwork`"),
                  upToLineEnd(failure, TaffrailLexer.IDENT))
              : Optional.empty();
    };
  }

  /** The word stands behind an expression, not where metadata could. */
  private static boolean followsCheck(Failure failure) {
    return failure.index() >= 2
        && !Failure.isType(failure.type(-2), TaffrailLexer.LBRACE, TaffrailLexer.RBRACE);
  }

  private static Optional<Mistake> message(Failure failure) {
    if (Vocabulary.startsText(failure.type(0))) {
      return Optional.empty();
    }
    if (failure.startsLine()) {
      return Mistake.of(
          failure.mistake(failure.gap(), "a text is missing behind `message`"),
          Edit.insert(
              failure.file().tokens(),
              failure.index(),
              TaffrailLexer.QUOTE_OPEN,
              TaffrailLexer.QUOTE_CLOSE));
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "a message stands in quotes")
            .label("write \"…\"; values stand in holes: \"{name} is wrong\""),
        upToLineEnd(failure, TaffrailLexer.QUOTE_OPEN, TaffrailLexer.QUOTE_CLOSE));
  }

  /** Replaces the rest of the line. */
  private static Edit upToLineEnd(Failure failure, int... types) {
    var tokens = failure.file().tokens();
    var boundaries = new Boundaries(failure.file());
    var open = new OpenBrackets();
    int end = failure.index();
    do {
      open.pass(tokens.get(end).getType());
      end++;
    } while (end < tokens.size() - 1
        && !boundaries.startsLine(end)
        && (tokens.get(end).getType() != TaffrailLexer.RBRACE || open.hasBrace()));
    var inserted = Edit.insert(tokens, failure.index(), types).tokens();
    return new Edit(failure.index(), end, inserted);
  }
}

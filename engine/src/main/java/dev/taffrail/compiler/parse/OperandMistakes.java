package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Recognises what stands where an expression should, or that nothing does. */
final class OperandMistakes {
  private OperandMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    return isTest(failure)
        .or(() -> negatedOperator(failure))
        .or(() -> tailWithoutCheck(failure))
        .or(() -> operand(failure));
  }

  /** {@code is not set} and its like. */
  private static Optional<Mistake> isTest(Failure failure) {
    boolean isNot = failure.isBehind(TaffrailLexer.NOT) && failure.type(-2) == TaffrailLexer.IS;
    if (!isNot) {
      return Optional.empty();
    }
    var notAndMore = failure.span(-1).to(failure.place());
    if (failure.isAt(TaffrailLexer.SET, TaffrailLexer.UNSET)) {
      boolean set = failure.isAt(TaffrailLexer.SET);
      var meant = set ? "unset" : "set";
      return Mistake.of(
          failure
              .mistake(
                  notAndMore,
                  "`is not %s` is written `is %s`".formatted(set ? "set" : "unset", meant))
              .label("write `%s`".formatted(meant))
              .fix(notAndMore, meant),
          new Edit(
              failure.index() - 1,
              failure.index() + 1,
              List.of(
                  Spans.derived(
                      failure.token(0),
                      set ? TaffrailLexer.UNSET : TaffrailLexer.SET,
                      notAndMore.start(),
                      notAndMore.end()))));
    }
    return Mistake.of(
        failure
            .mistake(failure.span(-1), "`is not` goes with `empty` only")
            .label("write `not (x is …)`"));
  }

  /** {@code x not contains y}. */
  private static Optional<Mistake> negatedOperator(Failure failure) {
    boolean negated =
        failure.isIn(TaffrailParser.RULE_comparator)
            && failure.isBehind(TaffrailLexer.NOT)
            && Vocabulary.isComparison(failure.type(0));
    return negated
        ? Mistake.of(
            failure
                .mistake(failure.span(-1), "`not` goes with `in` and `matches` only")
                .label("write `not (x %s …)`".formatted(failure.text(0))))
        : Optional.empty();
  }

  /** {@code require message "…"}, where the word was taken for a name. */
  private static Optional<Mistake> tailWithoutCheck(Failure failure) {
    boolean tail =
        failure.isBehind(TaffrailLexer.MESSAGE)
            && Vocabulary.startsText(failure.type(0))
            && Failure.isType(failure.type(-2), TaffrailLexer.REQUIRE, TaffrailLexer.FORBID);
    if (!tail) {
      return Optional.empty();
    }
    int end = failure.span(-2).end();
    return Mistake.of(
        failure.mistake(
            failure.file().source().span(end, end),
            "an expression is missing behind `%s`".formatted(failure.text(-2))),
        Edit.insert(failure.file().tokens(), failure.index() - 1, TaffrailLexer.HOLE));
  }

  private static Optional<Mistake> operand(Failure failure) {
    if (!failure.expectsExpression()) {
      return Optional.empty();
    }
    return exclamation(failure)
        .or(() -> looseOperator(failure))
        .or(() -> brokenOperator(failure))
        .or(() -> hole(failure))
        .or(() -> regularExpression(failure))
        .or(() -> fraction(failure))
        .or(() -> keyword(failure))
        .or(() -> nothing(failure));
  }

  private static Optional<Mistake> exclamation(Failure failure) {
    return failure.isAt(TaffrailLexer.BANG)
        ? Mistake.of(
            failure
                .mistake(failure.place(), "`!` in front of a value is written `not`")
                .label("write `not`")
                .fix(failure.place(), "not "),
            Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.NOT))
        : Optional.empty();
  }

  /** {@code a == not b}: an operator that binds looser than the one in front of it. */
  private static Optional<Mistake> looseOperator(Failure failure) {
    return failure.isAt(TaffrailLexer.NOT, TaffrailLexer.IF)
        ? Mistake.of(
            failure
                .mistake(
                    failure.place(),
                    "`%s` needs parentheses behind `%s`"
                        .formatted(failure.text(0), failure.text(-1)))
                .label("write `(%s …)`".formatted(failure.text(0))))
        : Optional.empty();
  }

  /** Two signs that are one in other languages. */
  private static Optional<Mistake> brokenOperator(Failure failure) {
    if (failure.index() == 0 || !failure.touches(-1)) {
      return Optional.empty();
    }
    var both = failure.span(-1).to(failure.place());
    var meant =
        switch (both.text()) {
          case "!==", "<>" -> "!=";
          case "=<" -> "<=";
          default -> "";
        };
    if (meant.isEmpty()) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(both, "`%s` is written `%s`".formatted(both.text(), meant))
            .label("write `%s`".formatted(meant))
            .fix(both, meant),
        new Edit(
            failure.index() - 1,
            failure.index() + 1,
            List.of(Spans.derived(failure.token(0), Words.type(meant), both.start(), both.end()))));
  }

  private static Optional<Mistake> hole(Failure failure) {
    boolean empty = failure.isBehind(TaffrailLexer.HOLE_OPEN) && failure.isAt(TaffrailLexer.RBRACE);
    return empty
        ? Mistake.of(
            failure
                .mistake(failure.span(-1).to(failure.place()), "hole of a text is empty")
                .label("an expression is missing")
                .help("For braces write {{ and }}."))
        : Optional.empty();
  }

  private static Optional<Mistake> regularExpression(Failure failure) {
    return failure.isAt(TaffrailLexer.SLASH)
        ? Mistake.of(
            failure
                .mistake(failure.place(), "an expression is missing in front of `/`")
                .help("Regular expressions are written re\"…\"."))
        : Optional.empty();
  }

  private static Optional<Mistake> fraction(Failure failure) {
    if (!failure.isAt(TaffrailLexer.DOT)
        || failure.type(1) != TaffrailLexer.INT
        || !failure.touches(0)) {
      return Optional.empty();
    }
    var both = failure.place().to(failure.span(1));
    var meant = "0" + both.text();
    return Mistake.of(
        failure
            .mistake(both, "a number begins with a digit")
            .label("write %s".formatted(meant))
            .fix(both, meant),
        new Edit(
            failure.index(),
            failure.index() + 2,
            List.of(
                Spans.derived(failure.token(0), TaffrailLexer.HOLE, both.start(), both.end()))));
  }

  private static Optional<Mistake> keyword(Failure failure) {
    boolean word =
        Vocabulary.isKeyword(failure.type(0))
            && !new Boundaries(failure.file()).startsElement(failure.index(), false)
            && !Vocabulary.isComparison(failure.type(0))
            && !failure.isAt(
                TaffrailLexer.AND,
                TaffrailLexer.OR,
                TaffrailLexer.IMPLIES,
                TaffrailLexer.THEN,
                TaffrailLexer.ELSE,
                TaffrailLexer.WHERE,
                TaffrailLexer.AS,
                TaffrailLexer.WITH);
    if (!word) {
      return Optional.empty();
    }
    var complaint =
        failure.mistake(failure.place(), "`%s` is no expression".formatted(failure.text(0)));
    boolean presence = failure.isAt(TaffrailLexer.UNSET, TaffrailLexer.EMPTY);
    return presence
        ? Mistake.of(complaint.label("write `x is %s`".formatted(failure.text(0))))
        : Mistake.of(
            complaint
                .label("a word of the language")
                .help("If something has this name, write it in backticks."),
            Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.HOLE));
  }

  private static Optional<Mistake> nothing(Failure failure) {
    if (failure.index() == 0) {
      return Mistake.of(missing(failure, "an expression is missing"));
    }
    return Mistake.of(
        missing(failure, "an expression is missing behind `%s`".formatted(failure.text(-1))));
  }

  private static Diagnostic missing(Failure failure, String message) {
    boolean elsewhere = failure.startsLine() || failure.type(0) == Token.EOF;
    var complaint = failure.mistake(elsewhere ? failure.gap() : failure.place(), message);
    return elsewhere ? complaint : complaint.label("`%s` begins none".formatted(failure.text(0)));
  }
}

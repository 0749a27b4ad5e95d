package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.List;
import java.util.Optional;

/** Recognises what stands behind a complete operand and is no operator, or one too many. */
final class OperatorMistakes {
  private OperatorMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    if (!failure.isBehindOperand() || failure.startsStatement() || failure.expectsExpression()) {
      return Optional.empty();
    }
    return assign(failure)
        .or(() -> question(failure))
        .or(() -> arrow(failure))
        .or(() -> chained(failure))
        .or(() -> afterConversion(failure))
        .or(() -> unit(failure))
        .or(() -> tag(failure))
        .or(() -> text(failure))
        .or(() -> word(failure))
        .or(() -> pipe(failure));
  }

  private static Optional<Mistake> assign(Failure failure) {
    boolean somethingElse = failure.expected().size() == 1 && !closes(failure);
    if (!failure.isAt(TaffrailLexer.ASSIGN) || somethingElse) {
      return Optional.empty();
    }
    boolean named =
        failure.isIn(TaffrailParser.RULE_arguments) && Vocabulary.isName(failure.type(-1));
    if (named) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "named arguments are written with `:`")
              .label("write `%s: …`".formatted(failure.text(-1)))
              .fix(failure.place(), ":"),
          retype(failure, TaffrailLexer.COLON));
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "`=` gives a name a value; it does not compare")
            .label("to compare write `==`")
            .fix(failure.place(), "=="),
        retype(failure, TaffrailLexer.EQUAL));
  }

  /** Only a bracket can follow, or nothing that belongs to the expression. */
  private static boolean closes(Failure failure) {
    return failure.expects(TaffrailLexer.RBRACE)
        || failure.expects(TaffrailLexer.RPAREN)
        || failure.expects(TaffrailLexer.RBRACKET)
        || failure.expects(TaffrailLexer.LBRACE)
        || failure.expects(TaffrailLexer.THEN)
        || failure.expects(TaffrailLexer.EOF);
  }

  private static Optional<Mistake> question(Failure failure) {
    if (!failure.isAt(TaffrailLexer.QUESTION)) {
      return Optional.empty();
    }
    if (failure.type(1) == TaffrailLexer.DOT && failure.touches(0)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "`?.` is written `.`")
              .label("remove the `?`")
              .help("Every `.` passes on what is missing; at the end say what missing means.")
              .fix(failure.place(), ""),
          Edit.remove(failure.index()));
    }
    if (failure.type(1) == TaffrailLexer.COLON && failure.touches(0)) {
      var both = failure.place().to(failure.span(1));
      return Mistake.of(
          failure.mistake(both, "`?:` is written `??`").label("write `??`").fix(both, "??"));
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "a choice between values is written with words")
            .label("write `if … then … else …`"));
  }

  private static Optional<Mistake> arrow(Failure failure) {
    if (!failure.isAt(TaffrailLexer.FAT_ARROW, TaffrailLexer.ARROW)) {
      return Optional.empty();
    }
    if (failure.enclosing(TaffrailParser.RULE_arguments).isPresent()) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "functions are not values here")
              .label("there is no `%s` for a function without a name".formatted(failure.text(0)))
              .help("Write a comprehension, for example: filter x in xs { x.size > 3 }"));
    }
    return failure.isAt(TaffrailLexer.FAT_ARROW)
        ? Mistake.of(
            failure
                .mistake(failure.place(), "`=>` does not compare")
                .label("did you mean `>=`?")
                .fix(failure.place(), ">="),
            retype(failure, TaffrailLexer.GREATER_OR_EQUAL))
        : Optional.empty();
  }

  private static Optional<Mistake> chained(Failure failure) {
    boolean negated =
        failure.isAt(TaffrailLexer.NOT)
            && Failure.isType(failure.type(1), TaffrailLexer.IN, TaffrailLexer.MATCHES);
    if (negated || Vocabulary.isComparison(failure.type(0))) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "comparisons do not form chains")
              .label("a second one")
              .help("Write: a < b and b < c"));
    }
    if (failure.isAt(TaffrailLexer.IMPLIES, TaffrailLexer.RANGE)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "`%s` does not form chains".formatted(failure.text(0)))
              .label("a second one")
              .help("Add the parentheses you mean."));
    }
    return Optional.empty();
  }

  private static Optional<Mistake> afterConversion(Failure failure) {
    if (!failure.isAt(
        TaffrailLexer.DOT,
        TaffrailLexer.BANG,
        TaffrailLexer.LBRACKET,
        TaffrailLexer.WITH,
        TaffrailLexer.AS)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "`%s` cannot follow a type".formatted(failure.text(0)))
            .label("put parentheses around what is converted: `(x as T)…`"));
  }

  private static Optional<Mistake> unit(Failure failure) {
    boolean number = failure.isBehind(TaffrailLexer.INT, TaffrailLexer.DECIMAL);
    if (!number
        || failure.startsLine()
        || failure.type(0) != TaffrailLexer.IDENT
        || !NumberMistakes.isUnit(failure.text(0))) {
      return Optional.empty();
    }
    var both = failure.span(-1).to(failure.place());
    var unit = NumberMistakes.unitMeantBy(failure.text(0)).orElse(failure.text(0));
    var meant = failure.text(-1) + unit;
    var complaint =
        failure
            .mistake(both, "a number and its unit are written together")
            .label("write %s".formatted(meant));
    return Mistake.of(
        unit.equals("m")
            ? complaint.help("For minutes write %smin.".formatted(failure.text(-1)))
            : complaint.fix(both, meant),
        new Edit(
            failure.index() - 1,
            failure.index() + 1,
            List.of(
                Spans.derived(failure.token(0), TaffrailLexer.HOLE, both.start(), both.end()))));
  }

  private static Optional<Mistake> tag(Failure failure) {
    boolean tagged =
        Vocabulary.startsText(failure.type(0))
            && failure.isBehind(TaffrailLexer.IDENT)
            && failure.touches(-1);
    if (!tagged) {
      return Optional.empty();
    }
    var tags =
        List.of(
            "re",
            "glob",
            "cidr",
            "ip",
            "semver",
            "image",
            "selector",
            "quantity",
            "path",
            "yaml",
            "json",
            "file",
            "broken");
    var synonyms =
        java.util.Map.of(
            "r",
            "re",
            "regex",
            "re",
            "regexp",
            "re",
            "version",
            "semver",
            "q",
            "quantity",
            "net",
            "cidr",
            "wildcard",
            "glob",
            "yml",
            "yaml");
    var word = failure.text(-1);
    var complaint =
        failure.mistake(failure.span(-1), "no literal begins with `%s\"`".formatted(word));
    return Mistake.of(
        Spelling.nearest(word, tags, synonyms)
            .map(
                meant ->
                    complaint
                        .label("did you mean `%s\"…\"`?".formatted(meant))
                        .fix(failure.span(-1), meant))
            .orElse(complaint.help("Known are: " + String.join(", ", tags))));
  }

  private static Optional<Mistake> text(Failure failure) {
    boolean afterCheck =
        failure.isBetweenStatements()
            && Vocabulary.startsText(failure.type(0))
            && failure.lastComplete().filter(last -> isCheck(failure)).isPresent();
    if (!afterCheck) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.gap(), "`message` is missing")
            .label("write `message` in front of the text")
            .fix(failure.gap(), " message"),
        Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.MESSAGE));
  }

  /** Whether the line began with a check. */
  private static boolean isCheck(Failure failure) {
    int back = -1;
    while (failure.index() + back > 0
        && failure.line(back - 1) == failure.line(-1)
        && !Failure.isType(failure.type(back), TaffrailLexer.REQUIRE, TaffrailLexer.FORBID)) {
      back--;
    }
    return Failure.isType(failure.type(back), TaffrailLexer.REQUIRE, TaffrailLexer.FORBID);
  }

  private static Optional<Mistake> word(Failure failure) {
    if (failure.startsLine() || failure.type(0) != TaffrailLexer.IDENT) {
      return Optional.empty();
    }
    var word = failure.text(0);
    var meant = Spelling.nearest(word, Words.OPERATORS, Words.OPERATOR_SYNONYMS);
    var symbol =
        Optional.ofNullable(Words.OPERATOR_SYNONYMS.get(word.toLowerCase(java.util.Locale.ROOT)));
    return meant
        .or(() -> symbol)
        .flatMap(
            operator ->
                Mistake.of(
                    failure
                        .mistake(failure.place(), "no operator is called `%s`".formatted(word))
                        .label("did you mean `%s`?".formatted(operator))
                        .fix(failure.place(), operator),
                    retype(failure, Words.type(operator))));
  }

  private static Optional<Mistake> pipe(Failure failure) {
    Diagnostic complaint =
        failure
            .mistake(failure.place(), "`|` joins types and patterns, not conditions")
            .label("did you mean `or`?");
    return failure.isAt(TaffrailLexer.PIPE)
        ? Mistake.of(complaint, retype(failure, TaffrailLexer.OR))
        : Optional.empty();
  }

  private static Edit retype(Failure failure, int type) {
    return Edit.retype(failure.file().tokens(), failure.index(), type);
  }
}

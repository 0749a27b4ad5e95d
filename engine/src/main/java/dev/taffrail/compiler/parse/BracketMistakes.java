package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Recognises brackets that are not closed or not opened, and commas that are missing in them. */
final class BracketMistakes {
  /** A closing bracket and the one it closes. */
  private record Pair(int opening, int closing) {}

  private static final List<Pair> PAIRS =
      List.of(
          new Pair(TaffrailLexer.LPAREN, TaffrailLexer.RPAREN),
          new Pair(TaffrailLexer.LBRACKET, TaffrailLexer.RBRACKET),
          new Pair(TaffrailLexer.LBRACE, TaffrailLexer.RBRACE),
          new Pair(TaffrailLexer.HOLE_OPEN, TaffrailLexer.RBRACE),
          new Pair(TaffrailLexer.LESS, TaffrailLexer.GREATER));

  private BracketMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    return comma(failure)
        .or(() -> unopened(failure))
        .or(() -> unclosed(failure))
        .or(() -> braceMissing(failure));
  }

  /** A block of statements that goes on to the next declaration or the end of the file. */
  static Optional<Mistake> unclosedBlock(Failure failure) {
    boolean over =
        failure.type(0) == Token.EOF
            || new Boundaries(failure.file()).startsDeclaration(failure.index());
    boolean inBlock =
        failure.isBetweenStatements()
            && !failure.isIn(TaffrailParser.RULE_policyFile)
            && !failure.isIn(TaffrailParser.RULE_statements);
    if (!over || !inBlock) {
      return Optional.empty();
    }
    var opening = UnclosedBrace.find(failure);
    var complaint = failure.mistake(failure.gap(), "`}` is missing");
    return Mistake.of(
        opening
            .map(brace -> complaint.related(failure.span(brace), "opened here"))
            .orElse(complaint),
        Edit.insert(failure.file().tokens(), failure.index(), UnclosedBrace.closing(failure)));
  }

  private static final int[] LISTS = {
    TaffrailParser.RULE_list,
    TaffrailParser.RULE_record,
    TaffrailParser.RULE_arguments,
    TaffrailParser.RULE_function,
    TaffrailParser.RULE_matchExpr,
    TaffrailParser.RULE_enumeration,
    TaffrailParser.RULE_simpleType
  };

  private static Optional<Mistake> comma(Failure failure) {
    if (failure.isAt(TaffrailLexer.COMMA) && failure.isBehind(TaffrailLexer.COMMA)) {
      return Mistake.of(
          failure.mistake(failure.place(), "`,` stands twice").label("one too many"),
          Edit.remove(failure.index()));
    }
    boolean list =
        Failure.isType(failure.context().getRuleIndex(), LISTS)
            && opening(failure).isPresent()
            && !failure.isBehind(TaffrailLexer.COMMA);
    boolean another =
        Vocabulary.startsExpression(failure.type(0))
            || (Vocabulary.isWord(failure.type(0)) && failure.type(1) == TaffrailLexer.COLON)
            || failure.isAt(TaffrailLexer.ELLIPSIS);
    if (!list || !another || new Boundaries(failure.file()).startsElement(failure.index(), true)) {
      return Optional.empty();
    }
    if (failure.isAt(TaffrailLexer.MESSAGE) && Vocabulary.startsText(failure.type(1))) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.gap(), "`,` is missing")
            .label("in front of `%s`".formatted(failure.text(0)))
            .fix(failure.gap(), ","),
        Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.COMMA));
  }

  private static Optional<Mistake> unopened(Failure failure) {
    if (!failure.isAt(TaffrailLexer.RPAREN, TaffrailLexer.RBRACKET)
        || opening(failure).isPresent()
        || failure.expectsExpression()) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "`%s` closes nothing".formatted(failure.text(0)))
            .label("one bracket too many"),
        Edit.remove(failure.index()));
  }

  private static Optional<Mistake> unclosed(Failure failure) {
    return opening(failure)
        .flatMap(
            open -> {
              int closing = closing(open.getType());
              var sign = Vocabulary.spelling(closing).orElseThrow();
              var complaint =
                  failure
                      .mistake(
                          failure.startsLine() ? failure.gap() : failure.place(),
                          "`%s` is missing".formatted(sign))
                      .related(failure.span(open), "opened here");
              boolean certain =
                  failure.startsLine()
                      || failure.isAt(
                          TaffrailLexer.MESSAGE, TaffrailLexer.AT, TaffrailLexer.SEVERITY)
                      || failure.isAt(
                          TaffrailLexer.RPAREN, TaffrailLexer.RBRACKET, TaffrailLexer.RBRACE)
                      || failure.isAt(
                          TaffrailLexer.LBRACE, TaffrailLexer.WHERE, TaffrailLexer.ARROW);
              if (open.getType() == TaffrailLexer.HOLE_OPEN) {
                return Mistake.of(
                    complaint
                        .label("`%s` cannot follow here".formatted(failure.text(0)))
                        .help("`{` in a text opens a hole; for a brace write {{."));
              }
              return certain
                  ? Mistake.of(
                      complaint, Edit.insert(failure.file().tokens(), failure.index(), closing))
                  : Mistake.of(
                      complaint.label("`%s` cannot follow here".formatted(failure.text(0))));
            });
  }

  /** The bracket that the innermost rule has open and could close here. */
  private static Optional<Token> opening(Failure failure) {
    for (Pair pair : PAIRS) {
      if (failure.expects(pair.closing()) && !failure.isBetweenStatements()) {
        TerminalNode node = failure.context().getToken(pair.opening(), 0);
        if (node != null) {
          return Optional.of(node.getSymbol());
        }
      }
    }
    return Optional.empty();
  }

  private static int closing(int opening) {
    return PAIRS.stream()
        .filter(pair -> pair.opening() == opening)
        .findFirst()
        .map(Pair::closing)
        .orElseThrow();
  }

  private static Optional<Mistake> braceMissing(Failure failure) {
    if (!failure.expects(TaffrailLexer.LBRACE) || failure.expects(TaffrailLexer.IDENT)) {
      return Optional.empty();
    }
    var what =
        switch (failure.context().getRuleIndex()) {
          case TaffrailParser.RULE_block -> "the statements of `for each` and `if` stand in braces";
          case TaffrailParser.RULE_comprehension ->
              "what is asked or taken of each element stands in braces";
          case TaffrailParser.RULE_policy -> "what a policy consists of stands in braces";
          default -> "";
        };
    Span place = failure.startsLine() ? failure.gap() : failure.place();
    var complaint = failure.mistake(place, "`{` is missing");
    boolean certain = failure.isIn(TaffrailParser.RULE_policy) && failure.startsLine();
    return certain
        ? Mistake.of(
            complaint.label(what),
            Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.LBRACE))
        : Mistake.of(what.isEmpty() ? complaint : complaint.label(what));
  }
}

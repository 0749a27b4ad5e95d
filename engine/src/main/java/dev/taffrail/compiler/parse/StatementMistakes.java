package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/** Recognises what stands where a statement of a policy should begin. */
final class StatementMistakes {
  /** Words of other policy languages that decide instead of saying what must hold. */
  private static final Map<String, String> VERDICTS =
      Map.of(
          "deny", "forbid",
          "denies", "forbid",
          "violation", "forbid",
          "warn", "forbid",
          "allow", "require",
          "permit", "require");

  /** Words that stand for two keywords. */
  private static final Map<String, List<Integer>> PAIRS =
      Map.of(
          "foreach", List.of(TaffrailLexer.FOR, TaffrailLexer.EACH),
          "forall", List.of(TaffrailLexer.FOR, TaffrailLexer.EACH),
          "elif", List.of(TaffrailLexer.ELSE, TaffrailLexer.IF),
          "elsif", List.of(TaffrailLexer.ELSE, TaffrailLexer.IF),
          "elseif", List.of(TaffrailLexer.ELSE, TaffrailLexer.IF),
          "unless", List.of(TaffrailLexer.IF, TaffrailLexer.NOT));

  private StatementMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    boolean inPolicy =
        failure.isIn(TaffrailParser.RULE_policy)
            || failure.isIn(TaffrailParser.RULE_namedRule)
            || failure.isIn(TaffrailParser.RULE_statements)
            || failure.isIn(TaffrailParser.RULE_block);
    if (!inPolicy || !failure.startsStatement() || !isSomething(failure)) {
      return Optional.empty();
    }
    return misplaced(failure)
        .or(() -> wordOfOtherLanguage(failure))
        .or(() -> assignment(failure))
        .or(() -> misspelt(failure))
        .or(() -> expression(failure));
  }

  private static boolean isSomething(Failure failure) {
    return Vocabulary.isWord(failure.type(0)) || Vocabulary.startsExpression(failure.type(0));
  }

  private static Optional<Mistake> misplaced(Failure failure) {
    var word = failure.text(0);
    boolean inPolicy = failure.isIn(TaffrailParser.RULE_policy);
    var complaint = failure.mistake(failure.place(), "`%s` cannot stand here".formatted(word));
    return switch (failure.type(0)) {
      case TaffrailLexer.PARAM ->
          Mistake.of(complaint.label("parameters stand in front of `target`"));
      case TaffrailLexer.WHEN ->
          Mistake.of(complaint.label("`when` chooses objects for the whole policy; here use `if`"));
      case TaffrailLexer.FN,
          TaffrailLexer.ENUM,
          TaffrailLexer.EXTEND,
          TaffrailLexer.EXTERNAL,
          TaffrailLexer.FOREIGN,
          TaffrailLexer.WAIVE,
          TaffrailLexer.MUTATION,
          TaffrailLexer.GENERATOR ->
          Mistake.of(complaint.label("stands outside policies"));
      case TaffrailLexer.IMPORT -> Mistake.of(complaint.label("stands at the top of the file"));
      case TaffrailLexer.RETURN -> Mistake.of(complaint.label("only functions return something"));
      case TaffrailLexer.ELSE -> Mistake.of(complaint.label("no `if { … }` stands in front of it"));
      case TaffrailLexer.POLICY, TaffrailLexer.TYPE, TaffrailLexer.INDEX, TaffrailLexer.TEST ->
          isNamed(failure)
              ? Mistake.of(complaint.label("stands outside policies"))
              : Optional.empty();
      case TaffrailLexer.TARGET ->
          isNamed(failure) && !inPolicy
              ? Mistake.of(complaint.label("stands in the policy, in front of its checks"))
              : Optional.empty();
      case TaffrailLexer.RULE ->
          isNamed(failure) && !inPolicy
              ? Mistake.of(complaint.label("rules do not nest, nor stand in `if` or `for each`"))
              : Optional.empty();
      case TaffrailLexer.MESSAGE, TaffrailLexer.AT ->
          Mistake.of(complaint.label("belongs behind a `require` or `forbid`"));
      default ->
          Vocabulary.isName(failure.type(0)) && failure.type(1) == TaffrailLexer.COLON
              ? Mistake.of(complaint.label("metadata stands at the beginning of a policy or rule"))
              : Optional.empty();
    };
  }

  private static boolean isNamed(Failure failure) {
    return Vocabulary.isName(failure.type(1)) || failure.type(1) == TaffrailLexer.QUOTE_OPEN;
  }

  private static Optional<Mistake> wordOfOtherLanguage(Failure failure) {
    var word = failure.text(0);
    var pair = PAIRS.get(word);
    if (pair != null) {
      var words = Vocabulary.words(pair);
      return Mistake.of(
          failure
              .mistake(failure.place(), "`%s` is written `%s`".formatted(word, words))
              .label("write `%s`".formatted(words))
              .fix(failure.place(), words),
          pair(failure, pair));
    }
    var verdict = VERDICTS.get(word);
    if (verdict == null) {
      return Optional.empty();
    }
    var complaint =
        failure
            .mistake(failure.place(), "there is no `%s`".formatted(word))
            .label(
                verdict.equals("forbid")
                    ? "say what must not be with `forbid`"
                    : "say what must be with `require`");
    boolean oneExpression =
        Vocabulary.startsExpression(failure.type(1))
            && failure.type(1) != TaffrailLexer.LBRACE
            && failure.type(1) != TaffrailLexer.LBRACKET;
    return oneExpression
        ? Mistake.of(
            complaint, Edit.retype(failure.file().tokens(), failure.index(), Words.type(verdict)))
        : Mistake.of(complaint);
  }

  private static Edit pair(Failure failure, List<Integer> types) {
    var tokens = new ArrayList<CommonToken>();
    for (int type : types) {
      tokens.add(Spans.retyped(failure.token(0), type));
    }
    return new Edit(failure.index(), failure.index() + 1, tokens);
  }

  private static Optional<Mistake> assignment(Failure failure) {
    boolean walrus =
        failure.type(1) == TaffrailLexer.COLON && failure.type(2) == TaffrailLexer.ASSIGN;
    if (!Vocabulary.isName(failure.type(0))
        || !(walrus || failure.type(1) == TaffrailLexer.ASSIGN)) {
      return Optional.empty();
    }
    var gap = failure.file().source().span(failure.place().start(), failure.place().start());
    var complaint =
        failure
            .mistake(failure.place(), "a name is introduced with `let`")
            .label("write `let %s = …`".formatted(failure.text(0)));
    return walrus
        ? Mistake.of(complaint)
        : Mistake.of(
            complaint.fix(gap, "let "),
            Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.LET));
  }

  private static Optional<Mistake> misspelt(Failure failure) {
    if (failure.type(0) != TaffrailLexer.IDENT || failure.type(1) == TaffrailLexer.DOT) {
      return Optional.empty();
    }
    var word = failure.text(0);
    return Spelling.nearest(word, Words.STATEMENTS, Words.STATEMENT_SYNONYMS)
        .flatMap(
            meant ->
                Mistake.of(
                    failure
                        .mistake(failure.place(), "no statement begins with `%s`".formatted(word))
                        .label("did you mean `%s`?".formatted(meant))
                        .fix(failure.place(), meant),
                    Edit.retype(failure.file().tokens(), failure.index(), Words.type(meant))));
  }

  private static Optional<Mistake> expression(Failure failure) {
    return Mistake.of(
        failure
            .mistake(failure.place(), "no statement begins with `%s`".formatted(failure.text(0)))
            .help(
                "Statements begin with require, forbid, let, for each or if.",
                "To demand that an expression is true, write `require` in front of it."));
  }
}

package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Spelling;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.Optional;

/** Recognises what stands where a declaration of the file should begin. */
final class FileMistakes {
  private FileMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    if (!failure.isIn(TaffrailParser.RULE_policyFile)
        || !(failure.startsLine() || failure.isBehind(TaffrailLexer.RBRACE))) {
      return Optional.empty();
    }
    return manifest(failure)
        .or(() -> brace(failure))
        .or(() -> statement(failure))
        .or(() -> misspelt(failure))
        .or(() -> anything(failure));
  }

  private static Optional<Mistake> manifest(Failure failure) {
    boolean yaml =
        failure.index() == 0
            && (failure.isAt(TaffrailLexer.MINUS)
                || failure.isAt(TaffrailLexer.LBRACE)
                || (Vocabulary.isWord(failure.type(0)) && failure.type(1) == TaffrailLexer.COLON));
    if (!yaml) {
      return Optional.empty();
    }
    int end = failure.file().tokens().size() - 1;
    return Mistake.of(
        failure
            .mistake(failure.place(), "this is no policy file")
            .label("looks like YAML or JSON")
            .help("Policies are given with --policies; manifests are the other arguments."),
        new Edit(0, end, java.util.List.of()));
  }

  private static Optional<Mistake> brace(Failure failure) {
    if (!failure.isAt(TaffrailLexer.RBRACE)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure.mistake(failure.place(), "`}` closes nothing").label("one brace too many"),
        Edit.remove(failure.index()));
  }

  private static Optional<Mistake> statement(Failure failure) {
    boolean statement =
        failure.isAt(
                TaffrailLexer.REQUIRE,
                TaffrailLexer.FORBID,
                TaffrailLexer.FOR,
                TaffrailLexer.IF,
                TaffrailLexer.ELSE,
                TaffrailLexer.WHEN)
            || (failure.isAt(TaffrailLexer.RULE, TaffrailLexer.TARGET)
                && Vocabulary.isName(failure.type(1)));
    if (!statement) {
      return Optional.empty();
    }
    var complaint =
        failure
            .mistake(failure.place(), "`%s` stands outside a policy".formatted(failure.text(0)))
            .help("Write: policy Name { target pod: Pod … }");
    return Mistake.of(
        failure.isBehind(TaffrailLexer.RBRACE)
            ? complaint.related(failure.span(-1), "the policy ends here")
            : complaint);
  }

  private static Optional<Mistake> misspelt(Failure failure) {
    if (!Vocabulary.isWord(failure.type(0))) {
      return Optional.empty();
    }
    var word = failure.text(0);
    return Spelling.nearest(word, Words.DECLARATIONS, Words.DECLARATION_SYNONYMS)
        .flatMap(
            meant ->
                Mistake.of(
                    failure
                        .mistake(failure.place(), "no declaration begins with `%s`".formatted(word))
                        .label("did you mean `%s`?".formatted(meant))
                        .fix(failure.place(), meant),
                    Edit.retype(failure.file().tokens(), failure.index(), Words.type(meant))));
  }

  private static Optional<Mistake> anything(Failure failure) {
    return Mistake.of(
        failure
            .mistake(failure.place(), "no declaration begins with `%s`".formatted(failure.text(0)))
            .help(
                "Declarations begin with policy, param, fn, type, enum, extend, index, let or test."));
  }
}

package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import java.util.Optional;

/** Recognises what stands where a name should. */
final class NameMistakes {
  private NameMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    if (!failure.expectsName() || failure.startsLine()) {
      return Optional.empty();
    }
    if (Vocabulary.isKeyword(failure.type(0))) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "`%s` is a word of the language".formatted(failure.text(0)))
              .label("choose another name, or write it in backticks"),
          asName(failure));
    }
    if (failure.isAt(TaffrailLexer.UNDERSCORE)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "`_` is no name")
              .label("only a pattern of `match` can be `_`"),
          asName(failure));
    }
    return Optional.empty();
  }

  private static Edit asName(Failure failure) {
    return Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.IDENT);
  }
}

package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Recognises what stands where a name should. */
final class NameMistakes {
  private NameMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    var head = failure.isIn(TaffrailParser.RULE_ident) ? failure.around() : failure;
    boolean inHead =
        head.isIn(TaffrailParser.RULE_policy) || head.isIn(TaffrailParser.RULE_namedRule);
    return inHead ? wholeName(head).or(() -> name(failure)) : name(failure);
  }

  private static Optional<Mistake> name(Failure failure) {
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

  /** Quotes or hyphens in the name of a policy or rule: all up to its brace is the name. */
  private static Optional<Mistake> wholeName(Failure failure) {
    boolean inName = failure.expects(TaffrailLexer.LBRACE) || failure.expectsName();
    if (!inName || failure.startsLine() || failure.isBetweenStatements()) {
      return Optional.empty();
    }
    int first = failure.context().getStart().getTokenIndex() + 1;
    int brace = first;
    var tokens = failure.file().tokens();
    var boundaries = new Boundaries(failure.file());
    while (tokens.get(brace).getType() != TaffrailLexer.LBRACE) {
      if (brace + 1 >= tokens.size() || boundaries.startsLine(brace + 1)) {
        return Optional.empty();
      }
      brace++;
    }
    if (brace == first) {
      return Optional.empty();
    }
    var source = failure.file().source();
    var whole = Spans.of(source, tokens.get(first), tokens.get(brace - 1));
    return Mistake.of(
        failure
            .mistake(whole, "`%s` is no name".formatted(whole.text()))
            .label("names are made of letters, digits and `_`, without quotes")
            .help("For example: " + inPascalCase(whole.text())),
        new Edit(
            first,
            brace,
            List.of(
                Spans.derived(
                    tokens.get(first), TaffrailLexer.IDENT, whole.start(), whole.end()))));
  }

  private static String inPascalCase(String text) {
    var name = new StringBuilder();
    var words = Pattern.compile("[A-Za-z0-9_]+").matcher(text);
    while (words.find()) {
      name.append(Character.toUpperCase(words.group().charAt(0)))
          .append(words.group().substring(1));
    }
    return name.isEmpty() ? "NoPrivilegedContainers" : name.toString();
  }
}

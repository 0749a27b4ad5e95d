package dev.taffrail.compiler.parse;

import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import dev.taffrail.grammar.TaffrailParser.PolicyContext;
import java.util.Optional;
import java.util.Set;

/** Recognises metadata without its colon, before its key is taken for a statement. */
final class MetadataMistakes {
  private static final Set<String> KEYS =
      Set.of(
          "title",
          "severity",
          "controls",
          "remediation",
          "remediatedBy",
          "references",
          "since",
          "tags",
          "id",
          "formerly",
          "description",
          "category",
          "after");

  private MetadataMistakes() {}

  static Optional<Mistake> missingColon(Failure failure) {
    if (!failure.isIn(TaffrailParser.RULE_metadata) || !failure.expects(TaffrailLexer.COLON)) {
      return Optional.empty();
    }
    var key = failure.span(failure.context().getStart());
    boolean known = KEYS.contains(key.text());
    if (failure.startsLine() || !startsLine(failure) || !(known || isAtBeginning(failure))) {
      return Optional.empty();
    }
    if (failure.isAt(TaffrailLexer.ASSIGN)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "metadata is written with `:`")
              .label("write `%s: …`".formatted(key.text()))
              .fix(failure.place(), ":"),
          Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.COLON));
    }
    if (known && Vocabulary.startsExpression(failure.type(0))) {
      return Mistake.of(
          failure
              .mistake(failure.gap(), "`:` is missing")
              .label("write `%s: …`".formatted(key.text()))
              .fix(failure.gap(), ":"),
          Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.COLON));
    }
    return Optional.empty();
  }

  private static boolean startsLine(Failure failure) {
    return new Boundaries(failure.file()).startsLine(failure.index() - 1)
        || failure.type(-2) == TaffrailLexer.LBRACE;
  }

  /** Nothing but metadata stands in front, so that an assignment is not meant. */
  private static boolean isAtBeginning(Failure failure) {
    return failure.context().getParent().getParent() instanceof PolicyContext policy
        && policy.item().stream().allMatch(item -> item.metadata() != null);
  }
}

package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.grammar.TaffrailParser;
import java.util.List;
import java.util.Optional;

/** Recognises missing and wrong parts of declarations, headers and the heads of statements. */
final class DeclarationMistakes {
  private DeclarationMistakes() {}

  static Optional<Mistake> explain(Failure failure) {
    return switch (failure.context().getRuleIndex()) {
      case TaffrailParser.RULE_parameter -> parameter(failure);
      case TaffrailParser.RULE_functionParameter -> functionParameter(failure);
      case TaffrailParser.RULE_function -> function(failure);
      case TaffrailParser.RULE_target -> target(failure);
      case TaffrailParser.RULE_let -> let(failure);
      case TaffrailParser.RULE_simpleType -> type(failure);
      case TaffrailParser.RULE_forEach -> forEach(failure);
      case TaffrailParser.RULE_header -> header(failure);
      case TaffrailParser.RULE_string, TaffrailParser.RULE_ident -> partOfHeader(failure);
      case TaffrailParser.RULE_field -> field(failure);
      case TaffrailParser.RULE_item -> annotation(failure);
      case TaffrailParser.RULE_index -> index(failure);
      case TaffrailParser.RULE_typeAlias -> typeAlias(failure);
      case TaffrailParser.RULE_arm -> arm(failure);
      case TaffrailParser.RULE_expr -> choice(failure);
      default -> Optional.empty();
    };
  }

  private static Optional<Mistake> parameter(Failure failure) {
    if (!failure.expects(TaffrailLexer.COLON)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.gap(), "parameter `%s` has no type".formatted(failure.text(-1)))
            .label("a type is missing")
            .help("For example: param %s: Int = 3".formatted(failure.text(-1))),
        typeHole(failure));
  }

  private static Optional<Mistake> functionParameter(Failure failure) {
    if (!failure.expects(TaffrailLexer.COLON)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.gap(), "parameter `%s` has no type".formatted(failure.text(-1)))
            .label("a type is missing, for example `%s: String`".formatted(failure.text(-1))),
        typeHole(failure));
  }

  private static Edit typeHole(Failure failure) {
    return Edit.insert(
        failure.file().tokens(), failure.index(), TaffrailLexer.COLON, TaffrailLexer.HOLE);
  }

  private static Optional<Mistake> function(Failure failure) {
    if (!failure.expects(TaffrailLexer.ARROW)) {
      return Optional.empty();
    }
    if (failure.isAt(TaffrailLexer.COLON, TaffrailLexer.FAT_ARROW)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "the type of the result stands behind `->`")
              .label("write `->`")
              .fix(failure.place(), "->"),
          Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.ARROW));
    }
    if (!failure.isAt(TaffrailLexer.ASSIGN, TaffrailLexer.LBRACE)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.gap(), "function has no type for its result")
            .label("write `-> Type`"),
        Edit.insert(
            failure.file().tokens(), failure.index(), TaffrailLexer.ARROW, TaffrailLexer.HOLE));
  }

  private static Optional<Mistake> target(Failure failure) {
    if (!failure.expects(TaffrailLexer.COLON)) {
      return Optional.empty();
    }
    var word = failure.text(-1);
    if (Vocabulary.isName(failure.type(0)) && !failure.startsLine()) {
      return Mistake.of(
          failure
              .mistake(failure.gap(), "`:` is missing")
              .label("write `target %s: %s`".formatted(word, failure.text(0)))
              .fix(failure.gap(), ":"),
          Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.COLON));
    }
    boolean kind = Character.isUpperCase(word.charAt(0));
    var example =
        kind
            ? "%s: %s"
                .formatted(
                    word.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + word.substring(1),
                    word)
            : word + ": Pod";
    return Mistake.of(
        failure
            .mistake(failure.span(-1), kind ? "the target has no name" : "the target has no kind")
            .label("write `target %s`".formatted(example)),
        typeHole(failure));
  }

  private static Optional<Mistake> let(Failure failure) {
    if (!failure.expects(TaffrailLexer.ASSIGN) || !failure.isAt(TaffrailLexer.EQUAL)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.place(), "`==` compares; it does not give a name a value")
            .label("write `=`")
            .fix(failure.place(), "="),
        Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.ASSIGN));
  }

  /** {@code x := 3}, {@code param x: = 3}. */
  private static Optional<Mistake> type(Failure failure) {
    if (!failure.isBehind(TaffrailLexer.COLON) || !failure.isAt(TaffrailLexer.ASSIGN)) {
      return Optional.empty();
    }
    var both = failure.span(-1).to(failure.place());
    boolean inLet = failure.enclosing(TaffrailParser.RULE_let).isPresent();
    if (inLet && failure.touches(-1)) {
      return Mistake.of(
          failure.mistake(both, "`:=` is written `=`").label("write `=`").fix(both, "="),
          Edit.remove(failure.index() - 1));
    }
    return Mistake.of(
        failure.mistake(failure.gap(), "a type is missing").label("behind the `:`"),
        Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.HOLE));
  }

  private static Optional<Mistake> forEach(Failure failure) {
    if (failure.expects(TaffrailLexer.EACH)) {
      return Mistake.of(
          failure
              .mistake(failure.span(-1), "a loop is written `for each`")
              .label("write `for each`")
              .fix(failure.span(-1), "for each"),
          Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.EACH));
    }
    if (failure.expects(TaffrailLexer.IN) && Vocabulary.isName(failure.type(0))) {
      return Mistake.of(
          failure
              .mistake(failure.gap(), "`in` is missing")
              .label("write `for each %s in …`".formatted(failure.text(-1)))
              .fix(failure.gap(), " in"),
          Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.IN));
    }
    boolean of =
        failure.expects(TaffrailLexer.IN) && failure.isAt(TaffrailLexer.OF, TaffrailLexer.COLON);
    return of
        ? Mistake.of(
            failure
                .mistake(failure.place(), "the list stands behind `in`")
                .label("write `in`")
                .fix(failure.place(), "in"),
            Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.IN))
        : Optional.empty();
  }

  private static Optional<Mistake> header(Failure failure) {
    var keyword = failure.context().getStart();
    var form =
        switch (keyword.getType()) {
          case TaffrailLexer.EDITION -> "edition 2026";
          case TaffrailLexer.MODULE -> "module acme.baseline version \"1.0.0\"";
          case TaffrailLexer.USE -> "use kubernetes \"1.33\"";
          default ->
              failure.text(-1).startsWith("\"")
                  ? "import schema \"crds/widget.yaml\" as acme"
                  : "import std.images as images";
        };
    return Mistake.of(
        failure
            .mistake(
                failure.startsLine() ? failure.gap() : failure.place(),
                "`%s` line is not complete".formatted(keyword.getText()))
            .help("It is written like this: " + form));
  }

  private static Optional<Mistake> partOfHeader(Failure failure) {
    return failure.context().getParent().getRuleIndex() == TaffrailParser.RULE_header
        ? header(failure.around())
        : Optional.empty();
  }

  private static Optional<Mistake> field(Failure failure) {
    if (!failure.expects(TaffrailLexer.COLON)) {
      return Optional.empty();
    }
    if (failure.isAt(TaffrailLexer.ASSIGN)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "fields are written with `:`")
              .label("write `:`")
              .fix(failure.place(), ":"),
          Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.COLON));
    }
    Diagnostic missing =
        failure.mistake(failure.gap(), "`:` is missing").label("fields are like `name: value`");
    return Vocabulary.startsExpression(failure.type(0))
        ? Mistake.of(
            missing, Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.COLON))
        : Mistake.of(missing);
  }

  private static Optional<Mistake> annotation(Failure failure) {
    if (!failure.expects(TaffrailLexer.PARAM)) {
      return Optional.empty();
    }
    int first = failure.context().getStart().getTokenIndex();
    return Mistake.of(
        failure
            .mistake(
                failure.span(failure.context().getStart()).to(failure.span(-1)),
                "an annotation cannot stand here")
            .label("annotations belong to declarations, parameters and schema imports"),
        new Edit(first, failure.index(), List.of()));
  }

  private static Optional<Mistake> typeAlias(Failure failure) {
    return failure.expects(TaffrailLexer.ASSIGN) && failure.isAt(TaffrailLexer.LBRACE)
        ? Mistake.of(
            failure
                .mistake(failure.gap(), "`=` is missing")
                .label("write `type %s = …`".formatted(failure.text(-1)))
                .fix(failure.gap(), " ="),
            Edit.insert(failure.file().tokens(), failure.index(), TaffrailLexer.ASSIGN))
        : Optional.empty();
  }

  /** {@code index i of Pod by …}, where {@code by} was taken for the name of the object. */
  private static Optional<Mistake> index(Failure failure) {
    if (!failure.expects(TaffrailLexer.BY) || !failure.isBehind(TaffrailLexer.BY)) {
      return Optional.empty();
    }
    return Mistake.of(
        failure
            .mistake(failure.span(-1), "the object of an index has no name")
            .label("write a name in front of `by`, for example `of Pod pod by pod.name`"));
  }

  private static Optional<Mistake> arm(Failure failure) {
    boolean sign = failure.isAt(TaffrailLexer.ASSIGN, TaffrailLexer.ARROW, TaffrailLexer.COLON);
    return sign && failure.expects(TaffrailLexer.FAT_ARROW)
        ? Mistake.of(
            failure
                .mistake(failure.place(), "the value of a case stands behind `=>`")
                .label("write `=>`")
                .fix(failure.place(), "=>"),
            Edit.retype(failure.file().tokens(), failure.index(), TaffrailLexer.FAT_ARROW))
        : Optional.empty();
  }

  /** An {@code if} between values without {@code then} or {@code else}. */
  private static Optional<Mistake> choice(Failure failure) {
    if (failure.expects(TaffrailLexer.THEN) && failure.isAt(TaffrailLexer.LBRACE)) {
      return Mistake.of(
          failure
              .mistake(failure.place(), "an `if` that yields a value has no braces")
              .label("write `if … then … else …`"));
    }
    if (failure.expects(TaffrailLexer.ELSE)) {
      return Mistake.of(
          failure
              .mistake(failure.startsLine() ? failure.gap() : failure.place(), "`else` is missing")
              .label("an `if` that yields a value must say what else it yields")
              .related(failure.span(failure.context().getStart()), "of this `if`"));
    }
    return Optional.empty();
  }
}

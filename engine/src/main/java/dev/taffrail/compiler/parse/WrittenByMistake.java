package dev.taffrail.compiler.parse;

import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.grammar.TaffrailLexer;
import dev.taffrail.source.SourceFile;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;

/**
 * Tokens that no policy may have, mostly habits from other languages, and what is meant by them.
 *
 * <p>Replacing them before the parser runs keeps one such habit from costing more than one message.
 */
final class WrittenByMistake {
  /** Characters that look like an operator, and that operator. */
  private static final Map<Integer, String> MEANT =
      Map.of(
          0x2264, "<=",
          0x2265, ">=",
          0x2260, "!=",
          0x2192, "->",
          0x21D2, "=>",
          0x2026, "...",
          0x2212, "-",
          0x2013, "-",
          0x2014, "-",
          0x00D7, "*");

  private final SourceFile source;

  WrittenByMistake(SourceFile source) {
    this.source = source;
  }

  /** The correction of a token of the lexer's last section, or empty for any other token. */
  Optional<Correction> correct(CommonToken token) {
    var span = Spans.of(source, token);
    return Optional.ofNullable(
        switch (token.getType()) {
          case TaffrailLexer.MALFORMED_NUMBER -> hole(token, NumberMistakes.number(span));
          case TaffrailLexer.MALFORMED_DATE -> hole(token, NumberMistakes.date(span));
          case TaffrailLexer.FOREIGN_WORD -> foreignWord(token, span);
          case TaffrailLexer.QUOTED -> quoted(token, span);
          case TaffrailLexer.SINGLE_QUOTED -> singleQuoted(token, span);
          case TaffrailLexer.CURLY_QUOTED -> curlyQuoted(token, span);
          case TaffrailLexer.AND_AND -> word(token, span, "and", TaffrailLexer.AND);
          case TaffrailLexer.OR_OR -> word(token, span, "or", TaffrailLexer.OR);
          case TaffrailLexer.TRIPLE_EQUAL -> word(token, span, "==", TaffrailLexer.EQUAL);
          case TaffrailLexer.UNKNOWN -> unknown(span);
          default -> null;
        });
  }

  private static Correction hole(CommonToken token, Diagnostic diagnostic) {
    return new Correction(
        Optional.of(diagnostic), List.of(Spans.retyped(token, TaffrailLexer.HOLE)), true);
  }

  private static Correction word(CommonToken token, Span span, String meant, int type) {
    var diagnostic =
        Diagnostic.of(
                DiagnosticCode.E0001, span, "`%s` is written `%s`".formatted(span.text(), meant))
            .label("write `%s`".formatted(meant))
            .fix(span, meant);
    return new Correction(Optional.of(diagnostic), List.of(Spans.retyped(token, type)), false);
  }

  private static Correction foreignWord(CommonToken token, Span span) {
    var text = span.text();
    boolean name = text.codePoints().anyMatch(Character::isLetter);
    var complaint = SourceCharacters.name(span, text);
    return new Correction(
        complaint, name ? List.of(Spans.retyped(token, TaffrailLexer.IDENT)) : List.of(), true);
  }

  private static Correction quoted(CommonToken token, Span span) {
    return new Correction(SourceCharacters.name(span, span.text()), List.of(token), false);
  }

  private static Correction singleQuoted(CommonToken token, Span span) {
    var inner = span.text().substring(1, span.text().length() - 1);
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0001, span, "texts stand in double quotes")
            .label("write \"%s\"".formatted(inner));
    return new Correction(
        Optional.of(
            inner.matches("[^\"\\\\{}]*") ? diagnostic.fix(span, '"' + inner + '"') : diagnostic),
        text(token),
        false);
  }

  private static Correction curlyQuoted(CommonToken token, Span span) {
    var diagnostic =
        Diagnostic.of(DiagnosticCode.E0003, span, "texts stand in straight quotes")
            .label("these quotes come from a word processor")
            .help("Write \" instead.");
    return new Correction(Optional.of(diagnostic), text(token), false);
  }

  private static List<CommonToken> text(CommonToken token) {
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    return List.of(
        Spans.derived(token, TaffrailLexer.QUOTE_OPEN, start, start + 1),
        Spans.derived(token, TaffrailLexer.TEXT, start + 1, end - 1),
        Spans.derived(token, TaffrailLexer.QUOTE_CLOSE, end - 1, end));
  }

  private static Correction unknown(Span span) {
    int c = span.text().codePointAt(0);
    if (SourceCharacters.isForbidden(c)) {
      return new Correction(Optional.empty(), List.of(), true);
    }
    return new Correction(Optional.of(unknownCharacter(span, c)), List.of(), true);
  }

  private static Diagnostic unknownCharacter(Span span, int c) {
    var complaint =
        Diagnostic.of(
            DiagnosticCode.E0003,
            span,
            c < 0x80
                ? "`%s` has no meaning here".formatted(Character.toString(c))
                : "%s has no meaning here".formatted(SourceCharacters.describe(c)));
    if (MEANT.containsKey(c)) {
      return complaint.label("write `%s`".formatted(MEANT.get(c))).fix(span, MEANT.get(c));
    }
    if (Character.isSpaceChar(c)) {
      return complaint.label("is not an ordinary space").fix(span, " ");
    }
    return switch (c) {
      case '#' -> complaint.label("comments start with `//`");
      case '\'', 0x201C, 0x201D, 0x201E, 0x2018, 0x2019 ->
          complaint.label("texts stand in double quotes, on one line");
      case '`' -> complaint.label("names in backticks end on the same line");
      case '&' -> complaint.label("write `and`; for collections `.intersect(…)`");
      case '$' -> complaint.help("Names have no `$`; in a text write a hole: \"{name}\"");
      case '^' -> complaint.help("Regular expressions are written re\"…\".");
      case '\\' -> complaint.help("Lines need no sign to go on in the next one.");
      default -> complaint;
    };
  }
}

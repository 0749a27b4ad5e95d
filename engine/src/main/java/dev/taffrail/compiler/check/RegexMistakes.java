package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.source.Span;
import dev.taffrail.value.RegexValue;
import java.util.List;
import java.util.Optional;

/** Says in the words of this language what is wrong with a regular expression. */
final class RegexMistakes {
  private record Unsupported(String syntax, String name, String cure) {}

  private static final List<Unsupported> UNSUPPORTED =
      List.of(
          new Unsupported(
              "(?!", "look-ahead", "Say it in two tests: require not (x startsWith \"…\")"),
          new Unsupported("(?=", "look-ahead", "Say it in two tests joined with `and`."),
          new Unsupported(
              "(?<!", "look-behind", "Say it in two tests: require not (x endsWith \"…\")"),
          new Unsupported("(?<=", "look-behind", "Say it in two tests joined with `and`."),
          new Unsupported(
              "(?>", "an atomic group", "Leave it out: matching is linear without it."));

  private RegexMistakes() {}

  static Optional<Diagnostic> find(Expr.Tagged tagged) {
    for (Unsupported unsupported : UNSUPPORTED) {
      int at = tagged.body().indexOf(unsupported.syntax());
      if (at >= 0) {
        return Optional.of(
            linear(piece(tagged, at, unsupported.syntax().length()), unsupported.name())
                .help(unsupported.cure()));
      }
    }
    for (char digit = '1'; digit <= '9'; digit++) {
      int at = tagged.body().indexOf("\\" + digit);
      if (at >= 0) {
        return Optional.of(linear(piece(tagged, at, 2), "a back-reference"));
      }
    }
    return RegexValue.problem(tagged.body())
        .map(
            words ->
                Diagnostic.of(
                    DiagnosticCode.E0005,
                    tagged.bodySpan(),
                    "this is not a regular expression: " + words));
  }

  private static Diagnostic linear(Span span, String what) {
    return Diagnostic.of(
        DiagnosticCode.E0110,
        span,
        "regular expressions run in linear time, so %s is not available".formatted(what));
  }

  private static Span piece(Expr.Tagged tagged, int at, int length) {
    int start = tagged.bodySpan().start() + at;
    return tagged.span().source().span(start, Math.min(start + length, tagged.bodySpan().end()));
  }
}

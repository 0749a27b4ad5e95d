package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.grammar.TaffrailParser.ComparisonContext;
import java.util.Map;
import java.util.Optional;

/**
 * Words that are constants in other languages and would be unknown names here.
 *
 * <p>Absence has no value in this language, so what is meant by a comparison with {@code null} has
 * another form; that is worth more than "name not known".
 */
final class NullMistakes {
  private static final Map<String, String> BOOLEANS =
      Map.of("True", "true", "TRUE", "true", "False", "false", "FALSE", "false");

  private NullMistakes() {}

  static boolean isNull(String word) {
    return word.equals("null") || word.equals("nil") || word.equals("undefined");
  }

  /** The complaint about {@code x == null} and {@code x != null}. */
  static Optional<Diagnostic> comparison(BuildContext context, ComparisonContext comparison) {
    var left = comparison.range(0);
    var right = comparison.range(1);
    var sign = context.text(comparison.comparator());
    boolean equality = sign.equals("==") || sign.equals("!=");
    if (!equality || !(isNull(context.text(right)) || isNull(context.text(left)))) {
      return Optional.empty();
    }
    boolean nullOnTheRight = isNull(context.text(right));
    var subject = context.text(nullOnTheRight ? left : right);
    var meant = subject + (sign.equals("==") ? " is unset" : " is set");
    return Optional.of(
        context
            .mistake(
                context.span(nullOnTheRight ? right : left),
                "there is no `%s`".formatted(context.text(nullOnTheRight ? right : left)))
            .label("a missing value is asked for with `is set` or `is unset`")
            .help("Write " + meant)
            .fix(context.span(comparison), meant));
  }

  /** The complaint about such a word in any other place. */
  static Optional<Diagnostic> name(BuildContext context, Ident name) {
    if (name.span().text().startsWith("`")) {
      return Optional.empty();
    }
    if (isNull(name.text())) {
      return Optional.of(
          context
              .mistake(name.span(), "there is no `%s`".formatted(name.text()))
              .label("leave the value out, or ask for it with `is unset`"));
    }
    return Optional.ofNullable(BOOLEANS.get(name.text()))
        .map(
            meant ->
                context
                    .mistake(name.span(), "`%s` is written `%s`".formatted(name.text(), meant))
                    .label("write `%s`".formatted(meant))
                    .fix(name.span(), meant));
  }
}

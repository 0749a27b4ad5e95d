package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The {@code key: value} lines of a waiver or of enforcement; the values are literals. */
final class GovernanceOptions {
  private final Map<String, Declaration.Metadata> lines = new LinkedHashMap<>();
  private final DiagnosticSink diagnostics;

  GovernanceOptions(
      String what,
      List<Declaration.Metadata> written,
      List<String> known,
      DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
    for (Declaration.Metadata line : written) {
      String key = line.key().text();
      var earlier = lines.putIfAbsent(key, line);
      if (earlier != null) {
        diagnostics.report(
            GovernanceDiagnostics.givenTwice(line.key().span(), key, earlier.key().span()));
      } else if (!known.contains(key)) {
        diagnostics.report(
            GovernanceDiagnostics.unknownOption(line.key().span(), what, key, known));
      }
    }
  }

  Optional<String> text(String key) {
    return parsed(key, "a text", "%s: \"…\"".formatted(key), Optional::of);
  }

  /** A text of a certain form. */
  <T> Optional<T> parsed(
      String key, String wanted, String example, Function<String, Optional<T>> parse) {
    return value(key, wanted, example, e -> plain(e).filter(t -> !t.isBlank()).flatMap(parse));
  }

  /** At least one text; none if the line is not there. */
  List<String> texts(String key, String example) {
    return value(key, "a list of texts that is not empty", example, GovernanceOptions::plainTexts)
        .orElse(List.of());
  }

  Optional<Boolean> truth(String key) {
    return value(
        key,
        "true or false",
        key + ": true",
        e ->
            e instanceof Expr.Literal literal && literal.kind() == Expr.LiteralKind.BOOL
                ? Optional.of(Boolean.valueOf(literal.text()))
                : Optional.empty());
  }

  /** A bare word. */
  Optional<String> word(String key, String wanted, String example, List<String> words) {
    return value(
        key,
        wanted,
        example,
        e ->
            e instanceof Expr.Name name && words.contains(name.name())
                ? Optional.of(name.name())
                : Optional.empty());
  }

  private <T> Optional<T> value(
      String key, String wanted, String example, Function<Expr, Optional<T>> read) {
    Declaration.Metadata line = lines.get(key);
    if (line == null || line.value() instanceof Expr.Hole) {
      return Optional.empty();
    }
    Optional<T> found = read.apply(line.value());
    if (found.isEmpty()) {
      diagnostics.report(
          GovernanceDiagnostics.wrongOption(line.value().span(), key, wanted, example));
    }
    return found;
  }

  private static Optional<String> plain(Expr expression) {
    return expression instanceof Expr.StringLiteral text ? text.plainText() : Optional.empty();
  }

  private static Optional<List<String>> plainTexts(Expr expression) {
    if (!(expression instanceof Expr.ListLiteral list) || list.elements().isEmpty()) {
      return Optional.empty();
    }
    var texts = new ArrayList<String>();
    for (Expr element : list.elements()) {
      Optional<String> text = plain(element).filter(t -> !t.isBlank());
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(texts);
  }
}

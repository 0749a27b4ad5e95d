package dev.taffrail.compiler;

import dev.taffrail.compiler.ast.Declaration.Annotation;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The arguments of an annotation: a path, perhaps a kind, and named ones.
 *
 * @param span the annotation
 * @param kind the name of a kind
 */
record AnnotationArguments(
    Span span, String path, Span pathSpan, Optional<Expr> kind, Map<String, Expr> named) {
  private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*(\\.[A-Za-z_][A-Za-z0-9_]*)*";

  /** Which named arguments are kinds; the others are texts. */
  private static final List<String> KINDS = List.of("of", "from");

  AnnotationArguments {
    named = Map.copyOf(named);
  }

  Optional<Expr> named(String name) {
    return Optional.ofNullable(named.get(name));
  }

  static Optional<String> plainText(Expr written) {
    return written instanceof Expr.StringLiteral text ? text.plainText() : Optional.empty();
  }

  /**
   * Empty if they are not what the annotation takes.
   *
   * @param names the named ones it takes
   * @param positional how many others it takes, one or two
   */
  static Optional<AnnotationArguments> read(
      Annotation annotation, List<String> names, int positional) {
    var plain = new ArrayList<Expr>();
    var named = new LinkedHashMap<String, Expr>();
    for (Expr.Argument argument : annotation.arguments()) {
      if (argument.name().isEmpty()) {
        plain.add(argument.value());
        continue;
      }
      String name = argument.name().get().text();
      boolean fits =
          KINDS.contains(name) ? isName(argument.value()) : plainText(argument.value()).isPresent();
      if (!names.contains(name) || !fits || named.putIfAbsent(name, argument.value()) != null) {
        return Optional.empty();
      }
    }
    Optional<String> path =
        plain.size() == positional ? plainText(plain.getFirst()) : Optional.empty();
    if (path.isEmpty() || positional == 2 && !isName(plain.get(1))) {
      return Optional.empty();
    }
    return Optional.of(
        new AnnotationArguments(
            annotation.span(),
            path.get(),
            plain.getFirst().span(),
            positional == 2 ? Optional.of(plain.get(1)) : Optional.empty(),
            named));
  }

  private static boolean isName(Expr written) {
    return written.span().text().toString().matches(NAME);
  }
}

package dev.taffrail.tooling.doc;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.TypeExpr;
import java.util.List;
import java.util.stream.Collectors;

/** Parts of declarations as their authors wrote them. */
final class Written {
  private Written() {}

  /** A doc comment, Markdown. */
  static String documentation(List<DocLine> lines) {
    return Markdown.authored(lines.stream().map(DocLine::text).collect(Collectors.joining("\n")));
  }

  /** The same as one line for a list. */
  static String brief(List<DocLine> lines) {
    return documentation(lines).replaceAll("\\s+", " ");
  }

  /** A parameter with its documentation, as an item of a list. */
  static String parameter(Declaration.Parameter parameter) {
    var signature = new StringBuilder(parameter.name().text());
    signature.append(": ").append(parameter.type().span().text());
    parameter.defaultValue().ifPresent(e -> signature.append(" = ").append(e.span().text()));
    parameter.constraint().ifPresent(e -> signature.append(" where ").append(e.span().text()));
    boolean mustBeGiven =
        parameter.defaultValue().isEmpty() && !parameter.type().span().text().endsWith("?");
    return Markdown.code(signature.toString())
        + (mustBeGiven ? " (must be given)" : "")
        + deprecation(parameter.annotations())
        + behindDash(brief(parameter.documentation()));
  }

  static String function(Declaration.Function function) {
    return "fn " + function.name() + signature(function.parameters(), function.result());
  }

  /** A function that the host answers. */
  static String function(Declaration.ExternalFunction function) {
    return "external fn "
        + function.name()
        + signature(function.parameters(), function.result())
        + " from provider "
        + function.provider().span().text();
  }

  private static String signature(List<Declaration.FunctionParameter> parameters, TypeExpr result) {
    return parameters.stream()
        .map(p -> p.name() + ": " + p.type().span().text())
        .collect(Collectors.joining(", ", "(", ") -> " + result.span().text()));
  }

  static String behindDash(String words) {
    return words.isEmpty() ? "" : " — " + words;
  }

  /** What an author says instead of `@deprecated("…")`. */
  static String deprecation(List<Declaration.Annotation> annotations) {
    return annotations.stream()
        .filter(mark -> mark.name().text().equals("deprecated"))
        .findFirst()
        .map(
            mark ->
                mark.arguments().stream()
                    .map(argument -> argument(argument))
                    .collect(Collectors.joining(", ", " **deprecated** ", "")))
        .map(String::stripTrailing)
        .orElse("");
  }

  private static String argument(Expr.Argument argument) {
    String value =
        argument.value() instanceof Expr.StringLiteral text
            ? text.plainText().orElse("")
            : argument.value().span().text();
    return argument.name().map(name -> name.text() + " ").orElse("") + Markdown.words(value);
  }

  /** The version that a policy came with. */
  static String since(Declaration.Policy policy) {
    return policy.metadata().stream()
        .filter(line -> line.key().text().equals("since"))
        .filter(line -> line.value() instanceof Expr.StringLiteral)
        .flatMap(line -> ((Expr.StringLiteral) line.value()).plainText().stream())
        .findFirst()
        .map(version -> ", since " + Markdown.plain(version))
        .orElse("");
  }
}

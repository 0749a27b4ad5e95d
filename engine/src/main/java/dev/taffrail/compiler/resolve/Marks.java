package dev.taffrail.compiler.resolve;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Header;
import dev.taffrail.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What authors say about the history of declarations. */
public final class Marks {
  private Marks() {}

  /**
   * {@code @deprecated("use X", removedIn: "2.0.0")}.
   *
   * @param advice empty if nothing is said
   */
  public record Deprecation(Span span, String advice, Optional<Expr.StringLiteral> removedIn) {}

  public static Optional<Deprecation> deprecation(Declaration declaration) {
    return mark(declaration, "deprecated")
        .map(
            mark ->
                new Deprecation(
                    mark.span(),
                    argument(mark, Optional.empty()).flatMap(Marks::text).orElse(""),
                    argument(mark, Optional.of("removedIn")).flatMap(Marks::literal)));
  }

  /** The version a declaration came with: {@code since:} of a policy, {@code @since("1.2.0")}. */
  public static Optional<Expr> since(Declaration declaration) {
    Optional<Expr> said =
        declaration instanceof Declaration.Policy policy
            ? metadata(policy.metadata(), "since").findFirst()
            : Optional.empty();
    return said.or(
        () -> mark(declaration, "since").flatMap(mark -> argument(mark, Optional.empty())));
  }

  /** Ids that a policy had before, as written: with their module or without. */
  public static List<Expr.StringLiteral> formerly(Declaration.Policy policy) {
    return metadata(policy.metadata(), "formerly")
        .filter(Expr.ListLiteral.class::isInstance)
        .flatMap(list -> ((Expr.ListLiteral) list).elements().stream())
        .flatMap(element -> literal(element).stream())
        .toList();
  }

  /** The same with their modules. */
  public static List<String> formerIds(Declaration.Policy policy, String module) {
    return formerly(policy).stream()
        .flatMap(name -> name.plainText().stream())
        .map(name -> qualified(name, module))
        .toList();
  }

  /** {@code no-host-ports} in module {@code acme} is {@code acme/no-host-ports}. */
  public static String qualified(String former, String module) {
    int slash = former.indexOf('/');
    return slash < 0
        ? Names.policyId(module, former)
        : Names.policyId(former.substring(0, slash), former.substring(slash + 1));
  }

  /** The version that a module says it has, in any of its files. */
  public static Optional<Expr.StringLiteral> version(ModuleScope module) {
    return module.files().stream()
        .flatMap(file -> file.file().headers().stream())
        .filter(Header.Module.class::isInstance)
        .flatMap(header -> ((Header.Module) header).version().stream())
        .findFirst();
  }

  private static Stream<Expr> metadata(List<Declaration.Metadata> lines, String key) {
    return lines.stream()
        .filter(line -> line.key().text().equals(key))
        .map(Declaration.Metadata::value);
  }

  private static Optional<Declaration.Annotation> mark(Declaration declaration, String name) {
    return declaration.annotations().stream()
        .filter(mark -> mark.name().text().equals(name))
        .findFirst();
  }

  private static Optional<Expr> argument(Declaration.Annotation mark, Optional<String> name) {
    return mark.arguments().stream()
        .filter(argument -> argument.name().map(n -> n.text()).equals(name))
        .map(Expr.Argument::value)
        .findFirst();
  }

  private static Optional<Expr.StringLiteral> literal(Expr expression) {
    return expression instanceof Expr.StringLiteral text ? Optional.of(text) : Optional.empty();
  }

  private static Optional<String> text(Expr expression) {
    return literal(expression).flatMap(Expr.StringLiteral::plainText);
  }
}

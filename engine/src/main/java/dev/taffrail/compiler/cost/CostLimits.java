package dev.taffrail.compiler.cost;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Spelling;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Refuses policies whose loops nest deeper than the limits, unless they say so with {@code @cost}.
 */
public final class CostLimits {
  private static final String ANNOTATION = "cost";

  private final DiagnosticSink diagnostics;

  private CostLimits(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  public static void report(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    var limits = new CostLimits(diagnostics);
    var model = new CostModel(program);
    for (IrPolicy policy : program.policies()) {
      names
          .module(policy.module())
          .map(module -> module.policies().get(policy.name()))
          .ifPresent(
              declared ->
                  limits.check(
                      policy, (Declaration.Policy) declared.declaration(), model.of(policy)));
    }
  }

  private void check(IrPolicy policy, Declaration.Policy declared, Polynomial cost) {
    Map<Dimension, Integer> allowed = allowed(declared);
    for (Dimension dimension : Dimension.values()) {
      int limit = allowed.getOrDefault(dimension, dimension.limit());
      int degree = cost.degree(dimension);
      if (degree > limit) {
        diagnostics.report(
            Diagnostic.of(
                    DiagnosticCode.E0160,
                    policy.span(),
                    "loops over %s nest %d deep, and the limit is %d"
                        .formatted(dimension.what(), degree, limit))
                .label("costs " + cost.deepest(dimension) + " steps")
                .help(
                    "Look elements up by a key instead of searching them again in an inner loop.",
                    "If it has to be so, put this before the policy: @cost(%s: %d)"
                        .formatted(dimension.word(), degree)));
      }
    }
  }

  /** What the author of a policy says it may cost. */
  private Map<Dimension, Integer> allowed(Declaration.Policy policy) {
    var allowed = new TreeMap<Dimension, Integer>();
    for (Declaration.Annotation annotation : policy.annotations()) {
      if (annotation.name().text().equals(ANNOTATION)) {
        annotation.arguments().forEach(argument -> allow(argument, allowed));
      }
    }
    return allowed;
  }

  private void allow(Expr.Argument argument, Map<Dimension, Integer> allowed) {
    Optional<Dimension> dimension = argument.name().flatMap(name -> dimension(name.text()));
    Optional<Integer> depth = depth(argument.value());
    if (dimension.isPresent() && depth.isPresent()) {
      allowed.put(dimension.get(), depth.get());
      return;
    }
    var words = Stream.of(Dimension.values()).map(Dimension::word).toList();
    var wrong =
        Diagnostic.of(
                DiagnosticCode.E0124,
                argument.span(),
                "`@cost` takes a depth from 1 to 9 for each of " + String.join(", ", words))
            .help("It is written like this: @cost(object: 5, cluster: 2)");
    diagnostics.report(
        argument
            .name()
            .filter(name -> dimension.isEmpty())
            .flatMap(name -> Spelling.nearest(name.text(), words))
            .map(near -> wrong.label("did you mean `%s`?".formatted(near)))
            .orElse(wrong));
  }

  private static Optional<Dimension> dimension(String word) {
    return Stream.of(Dimension.values()).filter(d -> d.word().equals(word)).findFirst();
  }

  private static Optional<Integer> depth(Expr value) {
    return value instanceof Expr.Literal literal && literal.text().matches("[1-9]")
        ? Optional.of(Integer.valueOf(literal.text()))
        : Optional.empty();
  }
}

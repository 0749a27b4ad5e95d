package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warns where a declaration marked {@code @deprecated} is used; what is marked itself may go on
 * using it.
 */
public final class DeprecatedUses {
  /** What the author of a mark says to do instead; empty if nothing. */
  private final Map<GlobalId, String> marked = new HashMap<>();

  private final IrProgram program;
  private final Resolution names;
  private final DiagnosticSink diagnostics;
  private final Set<Span> seen = new LinkedHashSet<>();

  private DeprecatedUses(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    this.program = program;
    this.names = names;
    this.diagnostics = diagnostics;
  }

  public static void report(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    new DeprecatedUses(program, names, diagnostics).report();
  }

  private void report() {
    for (ModuleScope module : names.modules().values()) {
      module
          .values()
          .forEach(
              (name, declared) ->
                  advice(declared.declaration())
                      .ifPresent(said -> marked.put(new GlobalId(module.name(), name), said)));
    }
    program.policies().forEach(policy -> IrWalk.expressionsOf(policy).forEach(this::uses));
    program.functions().forEach((id, f) -> usesOf(id, IrWalk.expressionsOf(f)));
    program.indexes().forEach((id, i) -> usesOf(id, IrWalk.expressionsOf(i)));
    program.values().forEach((id, f) -> usesOf(id, IrWalk.expressionsOf(f)));
  }

  private void usesOf(GlobalId user, Iterable<IrExpr> expressions) {
    if (names.judged().contains(user.module()) && !marked.containsKey(user)) {
      expressions.forEach(this::uses);
    }
  }

  private static Optional<String> advice(Declaration declaration) {
    return declaration.annotations().stream()
        .filter(mark -> mark.name().text().equals("deprecated"))
        .findFirst()
        .map(
            mark ->
                mark.arguments().stream()
                    .filter(argument -> argument.name().isEmpty())
                    .flatMap(argument -> text(argument.value()).stream())
                    .findFirst()
                    .orElse(""));
  }

  private static Optional<String> text(Expr expression) {
    return expression instanceof Expr.StringLiteral string ? string.plainText() : Optional.empty();
  }

  private void uses(IrExpr expression) {
    IrWalk.any(
        expression,
        part -> {
          switch (part) {
            case IrExpr.CallFunction call -> used("function", call.function(), call.span());
            case IrExpr.CallExternal call -> used("function", call.function(), call.span());
            case IrExpr.LookUp look -> used("index", look.index(), look.span());
            case IrExpr.ModuleValue value -> used("let", value.id(), value.span());
            default -> {}
          }
          return false;
        });
  }

  private void used(String what, GlobalId id, Span span) {
    String advice = marked.get(id);
    if (advice != null && seen.add(span)) {
      var warning =
          Diagnostic.of(
              DiagnosticCode.W0205, span, "%s `%s` is deprecated".formatted(what, id.name()));
      diagnostics.report(advice.isEmpty() ? warning : warning.help("Its author says: " + advice));
    }
  }
}

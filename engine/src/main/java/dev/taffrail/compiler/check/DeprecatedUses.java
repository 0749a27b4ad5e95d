package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.resolve.Marks;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import dev.taffrail.value.SemVer;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warns where a declaration marked {@code @deprecated} is used, and refuses it once the version has
 * come in which it was to be gone; what is marked itself may go on using it.
 */
public final class DeprecatedUses {
  private final Map<GlobalId, Marked> marked = new HashMap<>();

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
                  Marks.deprecation(declared.declaration())
                      .ifPresent(
                          said ->
                              marked.put(
                                  new GlobalId(module.name(), name), Marked.of(said, module))));
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
    Marked mark = marked.get(id);
    if (mark != null && seen.add(span)) {
      diagnostics.report(mark.said(what, id.name(), span));
    }
  }

  /**
   * A mark as its users see it.
   *
   * @param advice what to do instead; empty if nothing is said
   * @param due the version in which it was to be gone, if the module has reached it
   */
  private record Marked(String advice, Optional<String> due) {
    static Marked of(Marks.Deprecation said, ModuleScope module) {
      var removed = said.removedIn().flatMap(Marked::version);
      var reached = Marks.version(module).flatMap(Marked::version);
      boolean gone =
          removed.isPresent() && reached.isPresent() && reached.get().compare(removed.get()) >= 0;
      return new Marked(said.advice(), gone ? removed.map(SemVer::text) : Optional.empty());
    }

    private static Optional<SemVer> version(Expr.StringLiteral written) {
      return written.plainText().flatMap(SemVer::parse);
    }

    Diagnostic said(String what, String name, Span span) {
      var diagnostic =
          due.isPresent()
              ? Diagnostic.of(
                  DiagnosticCode.E0218,
                  span,
                  "%s `%s` is gone since version %s".formatted(what, name, due.get()))
              : Diagnostic.of(
                  DiagnosticCode.W0205, span, "%s `%s` is deprecated".formatted(what, name));
      return advice.isEmpty() ? diagnostic : diagnostic.help("Its author says: " + advice);
    }
  }
}

package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ast.DocLine;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.resolve.ModuleScope;
import dev.taffrail.compiler.resolve.Resolution;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.diagnostic.Removal;
import dev.taffrail.source.Span;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Warns of lets, parameters and private functions that nobody uses: often another name was meant
 * somewhere.
 *
 * <p>Works on the IR of a program without errors, where every use of a name is known. Modules that
 * are only imported are left in peace.
 */
public final class UnusedNames {
  private final IrProgram program;
  private final Resolution names;
  private final DiagnosticSink diagnostics;
  private final Set<ParameterId> parameters = new HashSet<>();
  private final Set<GlobalId> functions = new HashSet<>();

  private UnusedNames(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    this.program = program;
    this.names = names;
    this.diagnostics = diagnostics;
  }

  public static void report(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    new UnusedNames(program, names, diagnostics).report();
  }

  private void report() {
    program.functions().values().forEach(f -> note(IrWalk.expressionsOf(f)));
    program.values().values().forEach(f -> note(IrWalk.expressionsOf(f)));
    program.indexes().values().forEach(i -> note(IrWalk.expressionsOf(i)));
    program.tests().forEach(test -> note(IrWalk.expressionsOf(test)));
    program.parameters().values().forEach(p -> p.defaultValue().ifPresent(d -> note(List.of(d))));
    program.governance().enforcements().stream()
        .flatMap(enforcement -> enforcement.lines().stream())
        .forEach(line -> line.condition().ifPresent(c -> note(List.of(c))));
    for (IrPolicy policy : program.policies()) {
      note(IrWalk.expressionsOf(policy));
      unusedLets(IrWalk.letsOf(policy), IrWalk.expressionsOf(policy));
    }
    for (IrFunction function : program.functions().values()) {
      if (names.judged().contains(function.id().module())) {
        unusedLets(function.lets(), IrWalk.expressionsOf(function));
      }
    }
    names.judged().stream().flatMap(m -> names.module(m).stream()).forEach(this::declarations);
  }

  private void note(Collection<IrExpr> expressions) {
    for (IrExpr expression : expressions) {
      IrWalk.any(
          expression,
          e -> {
            switch (e) {
              case IrExpr.Parameter parameter -> parameters.add(parameter.id());
              case IrExpr.CallFunction call -> functions.add(call.function());
              default -> {}
            }
            return false;
          });
    }
  }

  private void unusedLets(List<IrStatement.Let> lets, List<IrExpr> expressions) {
    var used = new HashSet<Integer>();
    for (IrExpr expression : expressions) {
      IrWalk.any(
          expression,
          e -> {
            if (e instanceof IrExpr.Local local) {
              used.add(local.slot());
            }
            return false;
          });
    }
    lets.stream()
        .filter(let -> !used.contains(let.slot()))
        // A name that nobody can write was written by nobody.
        .filter(let -> !let.name().startsWith("$"))
        .forEach(
            let ->
                diagnostics.report(
                    warning("let", let.name(), nameOf(let)).fix(Removal.of(let.span()), "")));
  }

  private static Span nameOf(IrStatement.Let let) {
    int start = let.span().start() + let.span().text().indexOf(let.name(), "let".length());
    return let.span().source().span(start, start + let.name().length());
  }

  private void declarations(ModuleScope module) {
    for (ModuleScope.Declared declared : module.values().values()) {
      switch (declared.declaration()) {
        case Declaration.Parameter parameter ->
            unusedParameter(module, Optional.empty(), parameter);
        case Declaration.Function function -> {
          var id = new GlobalId(module.name(), function.name().text());
          if (function.isPrivate() && !functions.contains(id)) {
            diagnostics.report(
                warning("function", function.name().text(), function.name().span())
                    .fix(Removal.of(withDocumentation(function)), ""));
          }
        }
        default -> {}
      }
    }
    for (ModuleScope.Declared declared : module.policies().values()) {
      var policy = (Declaration.Policy) declared.declaration();
      policy
          .parameters()
          .forEach(p -> unusedParameter(module, Optional.of(policy.name().text()), p));
    }
  }

  /** Documentation that stays would be that of the declaration behind it. */
  private static Span withDocumentation(Declaration.Function function) {
    int start =
        Stream.concat(
                function.documentation().stream().map(DocLine::span),
                function.annotations().stream().map(Declaration.Annotation::span))
            .mapToInt(Span::start)
            .min()
            .orElse(function.span().start());
    return function
        .span()
        .source()
        .span(Math.min(start, function.span().start()), function.span().end());
  }

  private void unusedParameter(
      ModuleScope module, Optional<String> policy, Declaration.Parameter parameter) {
    var id = new ParameterId(module.name(), policy, parameter.name().text());
    if (!parameters.contains(id)) {
      warn("parameter", parameter.name().text(), parameter.name().span());
    }
  }

  private void warn(String what, String name, Span span) {
    diagnostics.report(warning(what, name, span));
  }

  private static Diagnostic warning(String what, String name, Span span) {
    return Diagnostic.of(DiagnosticCode.W0203, span, "%s `%s` is not used".formatted(what, name))
        .help("Use it, or take it out.");
  }
}

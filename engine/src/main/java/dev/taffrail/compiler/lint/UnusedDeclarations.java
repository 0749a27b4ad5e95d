package dev.taffrail.compiler.lint;

import dev.taffrail.compiler.ast.Declaration;
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
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/**
 * Finds indexes and lets of modules that nothing here uses. Other modules may, so only who lints
 * hears of it; a module without policies is a library, whose declarations are for others.
 */
final class UnusedDeclarations {
  private final Set<GlobalId> used = new HashSet<>();
  private final DiagnosticSink diagnostics;

  private UnusedDeclarations(DiagnosticSink diagnostics) {
    this.diagnostics = diagnostics;
  }

  static void report(IrProgram program, Resolution names, DiagnosticSink diagnostics) {
    var rule = new UnusedDeclarations(diagnostics);
    rule.read(program);
    names.judged().stream()
        .flatMap(name -> names.module(name).stream())
        .filter(module -> !module.policies().isEmpty())
        .forEach(rule::module);
  }

  private void read(IrProgram program) {
    program.policies().forEach(policy -> note(IrWalk.expressionsOf(policy)));
    program.functions().values().forEach(f -> note(IrWalk.expressionsOf(f)));
    program.values().values().forEach(f -> note(IrWalk.expressionsOf(f)));
    program.indexes().values().forEach(i -> note(IrWalk.expressionsOf(i)));
    program.parameters().values().forEach(p -> note(p.defaultValue().stream().toList()));
    program.parameters().values().forEach(p -> note(p.constraint().stream().toList()));
    program.tests().forEach(test -> note(IrWalk.expressionsOf(test)));
    program.governance().enforcements().stream()
        .flatMap(enforcement -> enforcement.lines().stream())
        .forEach(line -> note(line.condition().stream().toList()));
  }

  private void note(Collection<IrExpr> expressions) {
    for (IrExpr expression : expressions) {
      IrWalk.any(
          expression,
          part -> {
            switch (part) {
              case IrExpr.LookUp look -> used.add(look.index());
              case IrExpr.ModuleValue value -> used.add(value.id());
              default -> {}
            }
            return false;
          });
    }
  }

  private void module(ModuleScope module) {
    for (ModuleScope.Declared declared : module.values().values()) {
      switch (declared.declaration()) {
        case Declaration.Index index ->
            check(module, "index", index.name().text(), index.name().span());
        case Declaration.ModuleLet let ->
            check(module, "let", let.let().name().text(), let.let().name().span());
        default -> {}
      }
    }
  }

  private void check(ModuleScope module, String what, String name, Span span) {
    if (!used.contains(new GlobalId(module.name(), name))) {
      diagnostics.report(
          Diagnostic.of(
                  DiagnosticCode.W0203, span, "nothing here uses %s `%s`".formatted(what, name))
              .help("Take it out, unless another module uses it."));
    }
  }
}

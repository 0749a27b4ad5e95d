package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrTest;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Types what a test says functions of the host answer: {@code { fn: { argument: answer } }}. */
final class AnswersTyping {
  private final ExpressionChecker expressions;

  AnswersTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  Map<GlobalId, IrExpr> answers(Expr written, Context context) {
    var found = new LinkedHashMap<GlobalId, IrExpr>();
    if (!(written instanceof Expr.RecordLiteral record)) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0104,
                  written.span(),
                  "`externals` is a record of functions and their answers")
              .help("Such as: externals: { resolve: { \"nginx\": \"sha256:…\" } }"));
      return found;
    }
    for (Expr.Entry entry : record.entries()) {
      if (entry instanceof Expr.Entry.Field field) {
        function(field, context)
            .ifPresent(
                function ->
                    found.put(
                        function.id(),
                        expressions.expect(
                            field.value(), context, wanted(function, field.value()))));
      } else {
        expressions.report(
            TypeDiagnostics.notAllowedHere(
                entry.span(), "`...` has no place in `externals`", "Name the functions."));
      }
    }
    return found;
  }

  private Optional<FunctionSignature> function(Expr.Entry.Field field, Context context) {
    String name = field.name().text();
    int dot = name.lastIndexOf('.');
    Optional<String> module =
        dot < 0 ? Optional.of(context.module()) : context.file().imported(name.substring(0, dot));
    var globals = expressions.services().globals();
    var found =
        module
            .flatMap(m -> globals.function(m, name.substring(dot + 1)))
            .filter(FunctionSignature::external);
    if (found.isEmpty()) {
      expressions.report(
          DataDecoder.suggest(
              Diagnostic.of(
                      DiagnosticCode.E0120,
                      field.name().span(),
                      "there is no external function `%s`".formatted(name))
                  .help("That of an imported module is written \"alias.name\"."),
              name,
              module.map(this::externals).orElse(new TreeSet<>())));
    }
    return found;
  }

  private TreeSet<String> externals(String module) {
    var names = new TreeSet<String>();
    expressions
        .services()
        .names()
        .module(module)
        .ifPresent(
            m ->
                m.values().keySet().stream()
                    .filter(
                        name ->
                            expressions
                                .services()
                                .globals()
                                .function(module, name)
                                .filter(FunctionSignature::external)
                                .isPresent())
                    .forEach(names::add));
    return names;
  }

  /** A list of records can say everything; a map is shorter for functions of one argument. */
  private static Type wanted(FunctionSignature function, Expr written) {
    if (function.types().size() == 1 && !(written instanceof Expr.ListLiteral)) {
      return new Type.MapOf(function.types().get(0), function.result());
    }
    var fields = new ArrayList<Type.RecordField>();
    for (int i = 0; i < function.types().size(); i++) {
      fields.add(field(function.names().get(i), function.types().get(i)));
    }
    fields.add(field(IrTest.World.ANSWER, function.result()));
    return new Type.ListOf(new Type.RecordType(Optional.empty(), List.copyOf(fields)));
  }

  private static Type.RecordField field(String name, Type type) {
    return new Type.RecordField(name, type, type.isOptional(), Optional.empty());
  }
}

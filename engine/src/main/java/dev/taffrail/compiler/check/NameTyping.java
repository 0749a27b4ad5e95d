package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.ParameterId;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.source.Span;
import dev.taffrail.value.EnumValue;
import java.util.Optional;
import java.util.TreeSet;

/** What a bare name stands for: a local, a parameter, a let of the module, or an enum member. */
final class NameTyping {
  static final String AS_OF = "asOf";

  private final ExpressionChecker expressions;

  NameTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr name(Expr.Name name, Context context, Type expected) {
    return local(name, context)
        .or(() -> policyParameter(name, context))
        .or(() -> enumMember(name.span(), name.name(), expected))
        .or(() -> moduleValue(name.span(), context.module(), name.name()))
        .or(() -> moment(name))
        .orElseGet(() -> unknown(name, context, expected));
  }

  /** {@code asOf}; it gives way to what the author calls so. */
  private static Optional<IrExpr> moment(Expr.Name name) {
    return name.name().equals(AS_OF) ? Optional.of(new IrExpr.AsOf(name.span())) : Optional.empty();
  }

  private Optional<IrExpr> local(Expr.Name name, Context context) {
    return context
        .scope()
        .find(name.name())
        .map(
            local -> {
              if (local.mayMiss() && context.noMust().isPresent() && !context.lenient()) {
                expressions.report(
                    TypeDiagnostics.mustNotAllowed(local.span(), context.noMust().get())
                        .related(name.span(), "used here"));
              }
              return new IrExpr.Local(name.span(), local.type(), local.slot(), local.name());
            });
  }

  private Optional<IrExpr> policyParameter(Expr.Name name, Context context) {
    var services = expressions.services();
    return services
        .policyParameter(context, name.name())
        .map(
            parameter ->
                new IrExpr.Parameter(
                    name.span(),
                    services.globals().parameterType(parameter, context.file()),
                    new ParameterId(context.module(), context.policy(), name.name())));
  }

  /** A bare name where an enum declared in policy code is wanted. */
  static Optional<IrExpr> enumMember(Span span, String name, Type expected) {
    return expected.bare() instanceof Type.EnumType named && named.members().contains(name)
        ? Optional.of(
            ExpressionChecker.constant(
                span, named, new EnumValue(named.name(), name, named.members().indexOf(name))))
        : Optional.empty();
  }

  Optional<IrExpr> moduleValue(Span span, String module, String name) {
    return expressions
        .services()
        .globals()
        .value(module, name)
        .map(
            value ->
                switch (value) {
                  case Globals.Value.Parameter parameter ->
                      new IrExpr.Parameter(span, parameter.type(), parameter.id());
                  case Globals.Value.Let let -> new IrExpr.ModuleValue(span, let.type(), let.id());
                  case Globals.Value.Function function -> {
                    expressions.report(
                        Diagnostic.of(
                                dev.taffrail.diagnostic.DiagnosticCode.E0104,
                                span,
                                "`%s` is a function".formatted(name))
                            .help("Call it: " + name + "(…)"));
                    yield ExpressionChecker.unknown(span);
                  }
                  case Globals.Value.Index index -> {
                    expressions.report(
                        Diagnostic.of(
                                dev.taffrail.diagnostic.DiagnosticCode.E0104,
                                span,
                                "`%s` is an index".formatted(name))
                            .help(
                                "Ask it for a key: %s[key] or %s.others(key)"
                                    .formatted(name, name)));
                    yield ExpressionChecker.unknown(span);
                  }
                  case Globals.Value.Unavailable unavailable -> ExpressionChecker.unknown(span);
                });
  }

  private IrExpr unknown(Expr.Name name, Context context, Type expected) {
    expressions.services().watcher().name(name.name(), context.scope().types(), expected);
    var known = new TreeSet<>(context.scope().names());
    var module = expressions.services().names().module(context.module());
    module.ifPresent(m -> known.addAll(m.values().keySet()));
    expressions
        .services()
        .policy(context)
        .ifPresent(policy -> policy.parameters().forEach(p -> known.add(p.name().text())));
    var diagnostic = TypeDiagnostics.unknownName(name.span(), name.name(), known);
    switch (expected.bare()) {
      case Type.EnumType named ->
          diagnostic =
              TypeDiagnostics.notInList(name.span(), name.name(), named.members(), false, "");
      case Type.TextEnum text when text.values().contains(name.name()) ->
          diagnostic =
              Diagnostic.of(
                      dev.taffrail.diagnostic.DiagnosticCode.E0114,
                      name.span(),
                      "unknown name `%s`".formatted(name.name()))
                  .label("write it in quotes: \"%s\"".formatted(name.name()))
                  .fix(name.span(), "\"" + name.name() + "\"");
      default -> {}
    }
    expressions.report(
        AdmissionTyping.onlyInPolicies(name.name())
            .map(what -> onlyInPolicies(name, what))
            .orElse(diagnostic));
    return ExpressionChecker.unknown(name.span());
  }

  private static Diagnostic onlyInPolicies(Expr.Name name, String what) {
    return Diagnostic.of(
            dev.taffrail.diagnostic.DiagnosticCode.E0114,
            name.span(),
            "`%s` can be seen in policies only".formatted(name.name()))
        .label(what)
        .help("Give it to the function as an argument.");
  }
}

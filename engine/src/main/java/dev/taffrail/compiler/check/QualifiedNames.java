package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.resolve.NativeModules;
import dev.taffrail.compiler.type.NativeTypes;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.value.SemVer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** Names behind the alias of an import, behind an enum, or behind {@code kubernetes}. */
final class QualifiedNames {
  private final ExpressionChecker expressions;

  QualifiedNames(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  /**
   * {@code paths.runtimeSockets}, {@code Tier.gold}, {@code lib.Tier.gold}, {@code
   * kubernetes.version}.
   */
  Optional<IrExpr> member(Expr.Member member, Context context) {
    if (member.receiver() instanceof Expr.Member type
        && type.receiver() instanceof Expr.Name alias
        && !isOwnName(alias, context)) {
      return context
          .file()
          .imported(alias.name())
          .flatMap(module -> enumOf(module, type.name().text()))
          .map(found -> constant(member, found));
    }
    if (!(member.receiver() instanceof Expr.Name receiver) || isOwnName(receiver, context)) {
      return Optional.empty();
    }
    if (receiver.name().equals("kubernetes")) {
      return Optional.of(kubernetes(member));
    }
    var enumType = enumType(receiver.name(), context);
    if (enumType.isPresent()) {
      return enumType.map(type -> constant(member, type));
    }
    return context.file().imported(receiver.name()).map(module -> imported(member, module));
  }

  private IrExpr constant(Expr.Member member, Type.EnumType type) {
    return NameTyping.enumMember(member.span(), member.name().text(), type)
        .orElseGet(
            () -> {
              expressions.report(
                  TypeDiagnostics.notInList(
                      member.name().span(), member.name().text(), type.members(), false, ""));
              return ExpressionChecker.unknown(member.span());
            });
  }

  private IrExpr imported(Expr.Member member, String module) {
    var scope = expressions.services().names().module(module);
    if (scope.isEmpty()) {
      return ExpressionChecker.unknown(member.span());
    }
    return new NameTyping(expressions)
        .moduleValue(member.span(), module, member.name().text())
        .orElseGet(
            () -> {
              expressions.report(
                  TypeDiagnostics.unknownName(
                      member.name().span(), member.name().text(), scope.get().values().keySet()));
              return ExpressionChecker.unknown(member.span());
            });
  }

  private IrExpr kubernetes(Expr.Member member) {
    if (member.name().text().equals("version")) {
      var version = SemVer.parse(expressions.services().schema().version());
      return ExpressionChecker.constant(member.span(), Scalar.SEMVER, version.orElseThrow());
    }
    for (var ranges : IrExpr.ClusterRanges.Of.values()) {
      if (member.name().text().equals(ranges.word())) {
        return new IrExpr.ClusterRanges(member.span(), ranges);
      }
    }
    expressions.report(
        TypeDiagnostics.unknownName(
            member.name().span(),
            member.name().text(),
            List.of("podCidrs", "serviceCidrs", "version")));
    return ExpressionChecker.unknown(member.span());
  }

  private boolean isOwnName(Expr.Name name, Context context) {
    return context.scope().find(name.name()).isPresent()
        || expressions
            .services()
            .names()
            .module(context.module())
            .flatMap(m -> m.value(name.name()))
            .isPresent()
        || expressions.services().policyParameter(context, name.name()).isPresent();
  }

  private Optional<Type.EnumType> enumType(String name, Context context) {
    return enumOf(context.module(), name).or(() -> NativeTypes.enumType(name));
  }

  private Optional<Type.EnumType> enumOf(String module, String name) {
    return expressions
        .services()
        .names()
        .module(module)
        .flatMap(m -> m.type(name))
        .map(expressions.services().types()::declared)
        .filter(Type.EnumType.class::isInstance)
        .map(Type.EnumType.class::cast);
  }

  /** {@code paths.related(a, b)}. */
  Optional<FunctionSignature> function(Expr.MethodCall call, Context context) {
    if (!(call.receiver() instanceof Expr.Name receiver) || isOwnName(receiver, context)) {
      return Optional.empty();
    }
    var module = context.file().imported(receiver.name());
    if (module.isEmpty()) {
      return Optional.empty();
    }
    var found = expressions.services().globals().function(module.get(), call.name().text());
    if (found.isPresent() && found.get().isPrivate()) {
      expressions.report(
          Diagnostic.of(
                  DiagnosticCode.E0120,
                  call.name().span(),
                  "function `%s` is private to module `%s`".formatted(call.name(), module.get()))
              .related(found.get().span(), "declared here"));
    }
    return found;
  }

  /** {@code text.entropy(x)}, behind the alias of a module that has no file. */
  Optional<IrExpr> builtin(Expr.MethodCall call, CallTyping calls, Context context) {
    if (!(call.receiver() instanceof Expr.Name receiver) || isOwnName(receiver, context)) {
      return Optional.empty();
    }
    var services = expressions.services();
    var prefix =
        context
            .file()
            .imported(receiver.name())
            .filter(module -> services.names().module(module).isEmpty())
            .flatMap(NativeModules::prefix);
    return prefix.map(
        p -> {
          var found = services.signatures().functions(p + call.name().text());
          if (!found.isEmpty()) {
            return calls.builtin(
                call.span(),
                found.getFirst(),
                Optional.empty(),
                java.util.Map.of(),
                call.arguments(),
                context);
          }
          var known =
              services.signatures().all().stream()
                  .filter(s -> s.receiver().isEmpty() && s.name().startsWith(p))
                  .map(s -> s.name().substring(p.length()))
                  .toList();
          expressions.report(TypeDiagnostics.unknownFunction(call.name(), known));
          call.arguments().forEach(a -> expressions.infer(a.value(), context));
          return ExpressionChecker.unknown(call.span());
        });
  }

  /** {@code x.f(y)}: f of this module, or of an imported module whose f takes such a receiver. */
  Optional<FunctionSignature> functionOn(Type receiver, String name, Context context) {
    var globals = expressions.services().globals();
    var modules = new LinkedHashSet<String>();
    modules.add(context.module());
    modules.addAll(context.file().imports().values());
    for (String module : modules) {
      var found = globals.function(module, name);
      boolean fits =
          found.isPresent()
              && !found.get().types().isEmpty()
              && Assignability.fits(receiver.bare(), found.get().types().get(0).bare());
      if (fits && (!found.get().isPrivate() || module.equals(context.module()))) {
        return found;
      }
    }
    return globals.function(context.module(), name);
  }
}

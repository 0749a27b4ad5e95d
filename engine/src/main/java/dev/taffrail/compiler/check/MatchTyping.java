package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.value.EnumValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code match}, which must handle every case. */
final class MatchTyping {
  private final ExpressionChecker expressions;

  MatchTyping(ExpressionChecker expressions) {
    this.expressions = expressions;
  }

  IrExpr match(Expr.Match match, Context context, Type expected) {
    IrExpr subject = expressions.present(match.subject(), context, Scalar.UNKNOWN);
    var arms = new ArrayList<IrExpr.IrArm>();
    var handled = new LinkedHashSet<Value>();
    boolean open = true;
    Type result = expected;
    for (Expr.Arm arm : match.arms()) {
      var constants = new ArrayList<Value>();
      boolean wildcard = false;
      for (Expr.Pattern pattern : arm.patterns()) {
        if (pattern instanceof Expr.Pattern.Wildcard) {
          wildcard = true;
        } else {
          constant(pattern, subject.type(), context).ifPresent(constants::add);
        }
      }
      if (!open) {
        expressions.report(
            TypeDiagnostics.noEffect(arm.span(), "this case is never reached")
                .help("`_` before it takes everything."));
      }
      handled.addAll(constants);
      open &= !wildcard;
      IrExpr value = expressions.check(arm.value(), context, result);
      if (result.isUnknown()) {
        result = value.type();
      } else if (expected.isUnknown()) {
        var common = Assignability.common(result, value.type());
        if (common.isEmpty()) {
          expressions.report(
              TypeDiagnostics.operandsDoNotFit(
                  arms.get(0).value(), value, "the cases have different types"));
        }
        result = common.orElse(Scalar.UNKNOWN);
      } else if (value.type().isOptional()) {
        result = Type.optional(result);
      }
      arms.add(new IrExpr.IrArm(constants, wildcard, value));
    }
    if (open && !subject.type().isUnknown()) {
      exhaustive(match, subject.type(), handled);
    }
    Type type = result;
    var fitting =
        arms.stream()
            .map(
                a ->
                    new IrExpr.IrArm(
                        a.constants(), a.wildcard(), expressions.fit(a.value(), context, type)))
            .toList();
    return new IrExpr.Match(match.span(), type, subject, fitting);
  }

  private Optional<Value> constant(Expr.Pattern pattern, Type subject, Context context) {
    IrExpr typed =
        switch (pattern) {
          case Expr.Pattern.Constant constant ->
              expressions.expect(constant.literal(), context, subject);
          case Expr.Pattern.EnumMember member ->
              NameTyping.enumMember(member.span(), member.name(), subject)
                  .orElseGet(() -> unknownMember(member, subject));
          case Expr.Pattern.Wildcard wildcard -> ExpressionChecker.unknown(wildcard.span());
        };
    return typed instanceof IrExpr.Constant constant && !constant.type().isUnknown()
        ? Optional.of(constant.value())
        : Optional.empty();
  }

  private IrExpr unknownMember(Expr.Pattern.EnumMember member, Type subject) {
    Set<String> known =
        switch (subject) {
          case Type.EnumType named -> new LinkedHashSet<>(named.members());
          case Type.TextEnum text -> new LinkedHashSet<>(text.values());
          default -> Set.of();
        };
    String quote = subject instanceof Type.EnumType ? "" : "\"";
    if (!subject.isUnknown()) {
      expressions.report(
          TypeDiagnostics.notInList(member.span(), member.name(), known, false, quote));
    }
    return ExpressionChecker.unknown(member.span());
  }

  private void exhaustive(Expr.Match match, Type subject, Set<Value> handled) {
    List<String> missing =
        switch (subject) {
          case Type.EnumType named ->
              named.members().stream()
                  .filter(
                      m ->
                          !handled.contains(
                              new EnumValue(named.name(), m, named.members().indexOf(m))))
                  .toList();
          case Type.TextEnum text when !text.open() ->
              text.values().stream()
                  .filter(v -> !handled.contains(new Value.Text(v)))
                  .map(v -> "\"" + v + "\"")
                  .toList();
          case Scalar scalar when scalar == Scalar.BOOL ->
              List.of(Value.Bool.TRUE, Value.Bool.FALSE).stream()
                  .filter(v -> !handled.contains(v))
                  .map(v -> String.valueOf(v.value()))
                  .toList();
          default -> {
            expressions.report(TypeDiagnostics.needsWildcard(match.keywordSpan(), subject));
            yield List.of();
          }
        };
    if (!missing.isEmpty()) {
      expressions.report(
          TypeDiagnostics.notExhaustive(match.keywordSpan(), missing, missing.get(0)));
    }
  }
}

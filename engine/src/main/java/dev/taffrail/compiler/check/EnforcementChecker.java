package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Declaration;
import dev.taffrail.compiler.ir.IrEnforcement;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.resolve.FileScope;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.finding.Enforcement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Types the conditions of an enforcement and makes sure that a line holds for every object. */
final class EnforcementChecker {
  private static final List<String> LEVELS = List.of("deny", "warn", "audit", "off");
  private static final List<String> OPTIONS = List.of("grandfather", "onError");

  private final GovernedPolicies policies;
  private final ExpressionChecker expressions;

  EnforcementChecker(GovernedPolicies policies, ExpressionChecker expressions) {
    this.policies = policies;
    this.expressions = expressions;
  }

  /** The enforcement; empty if it is about nothing that is here. */
  Optional<IrEnforcement> enforcement(Declaration.Enforcement written, FileScope file) {
    var subject = subject(written, file);
    var lines = lines(written, file);
    var options =
        new GovernanceOptions(
            "enforcement", written.options(), OPTIONS, expressions.services().diagnostics());
    var onError =
        options
            .word("onError", "deny, warn, audit or off", "onError: deny", LEVELS)
            .flatMap(Enforcement::of);
    boolean grandfather = options.truth("grandfather").orElse(false);
    return subject.map(
        name -> new IrEnforcement(written.keywordSpan(), name, lines, onError, grandfather));
  }

  private Optional<String> subject(Declaration.Enforcement written, FileScope file) {
    var span = written.subject().span();
    return switch (policies.find(written.subject(), file, true)) {
      case GovernedPolicies.Answer.Policy found -> {
        found
            .policy()
            .deprecated()
            .ifPresent(
                advice ->
                    expressions.report(
                        GovernanceDiagnostics.deprecated(span, found.policy().id(), advice)));
        yield Optional.of(found.policy().id());
      }
      case GovernedPolicies.Answer.Module module -> Optional.of(module.name());
      case GovernedPolicies.Answer.Ambiguous several -> {
        expressions.report(
            GovernanceDiagnostics.ambiguousPolicy(span, written.subject().text(), several.ids()));
        yield Optional.empty();
      }
      case GovernedPolicies.Answer.NoPolicy none -> {
        expressions.report(GovernanceDiagnostics.unknownPolicy(span, none.name(), none.known()));
        yield Optional.empty();
      }
      case GovernedPolicies.Answer.NoModule none -> {
        expressions.report(GovernanceDiagnostics.unknownModule(span, none.name(), none.known()));
        yield Optional.empty();
      }
    };
  }

  private List<IrEnforcement.Line> lines(Declaration.Enforcement written, FileScope file) {
    var lines = new ArrayList<IrEnforcement.Line>();
    Optional<Declaration.EnforcementLine> last = Optional.empty();
    for (Declaration.EnforcementLine line : written.lines()) {
      if (last.isPresent()) {
        expressions.report(GovernanceDiagnostics.neverReached(line.span(), last.get().span()));
        break;
      }
      lines.add(line(line, file));
      last = line.condition().isEmpty() ? Optional.of(line) : Optional.empty();
    }
    if (last.isEmpty()) {
      var place =
          written.lines().isEmpty()
              ? written.keywordSpan()
              : written.lines().getLast().level().span();
      expressions.report(GovernanceDiagnostics.withoutLastLine(place));
    }
    return lines;
  }

  private IrEnforcement.Line line(Declaration.EnforcementLine line, FileScope file) {
    Context context = Context.of(file, Optional.empty()).withoutMust("when");
    Type namespace =
        expressions
            .services()
            .schema()
            .type("Namespace")
            .map(type -> Type.optional(type))
            .orElse(Scalar.UNKNOWN);
    context = named("object", Scalar.ANY, context, line);
    context = named("namespace", namespace, context, line);
    Context inner = context;
    Optional<IrExpr> condition =
        line.condition().map(expression -> expressions.condition(expression, inner));
    return new IrEnforcement.Line(
        line.span(),
        Enforcement.of(line.level().text()).orElseThrow(),
        condition,
        inner.slots().size());
  }

  private static Context named(
      String name, Type type, Context context, Declaration.EnforcementLine line) {
    return context.with(
        new Local(name, context.slots().take(), type, false, false, line.level().span()));
  }
}

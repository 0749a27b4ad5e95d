package dev.taffrail.compiler.secret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reports secrets that would be given to a provider, where they leave policy code or where a
 * function is called that lets them.
 */
public final class SecretArguments {
  private final IrProgram program;
  private final Sensitivity sensitivity;
  private final DiagnosticSink diagnostics;
  private final Set<Span> reported = new HashSet<>();
  private final Set<Body> seen = new HashSet<>();

  /** A function with the arguments that may hold a secret. */
  private record Body(GlobalId function, Set<Integer> sensitive) {}

  private SecretArguments(IrProgram program, DiagnosticSink diagnostics) {
    this.program = program;
    this.sensitivity = new Sensitivity(program);
    this.diagnostics = diagnostics;
  }

  public static void report(IrProgram program, DiagnosticSink diagnostics) {
    if (program.externals().isEmpty()) {
      return;
    }
    var search = new SecretArguments(program, diagnostics);
    program.policies().forEach(search::policy);
    program.functions().values().forEach(f -> search.function(f, Set.of(), Optional.empty()));
    program.values().values().forEach(f -> search.function(f, Set.of(), Optional.empty()));
    program
        .indexes()
        .values()
        .forEach(
            index ->
                IrWalk.expressionsOf(index)
                    .forEach(e -> search.expression(e, Set.of(), Optional.empty())));
  }

  /** Of objects of any kind some are Secrets, and a provider may not see which. */
  private void policy(IrPolicy policy) {
    Set<Integer> names =
        policy.target().any() ? Set.of(IrPolicy.TARGET_SLOT, IrPolicy.OLD_SLOT) : Set.of();
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> names = let(binding.let(), names);
        case IrPolicy.Prelude.When when -> expression(when.condition(), names, Optional.empty());
      }
    }
    for (IrStatement.Let let : policy.lets()) {
      names = let(let, names);
    }
    for (IrPolicy.IrRule rule : policy.rules()) {
      body(rule.body(), names);
    }
  }

  private Set<Integer> let(IrStatement.Let let, Set<Integer> names) {
    expression(let.value(), names, Optional.empty());
    return sensitivity.behind(let.slot(), let.value(), names);
  }

  private void body(List<IrStatement> statements, Set<Integer> outer) {
    Set<Integer> names = outer;
    for (IrStatement statement : statements) {
      switch (statement) {
        case IrStatement.Let let -> names = let(let, names);
        case IrStatement.ForEach loop -> {
          expression(loop.generator().source(), names, Optional.empty());
          Set<Integer> inside = sensitivity.inside(loop.generator(), names);
          loop.where().ifPresent(where -> expression(where, inside, Optional.empty()));
          body(loop.body(), inside);
        }
        case IrStatement.If choice -> {
          expression(choice.condition(), names, Optional.empty());
          body(choice.thenBody(), names);
          body(choice.elseBody(), names);
        }
        case IrStatement.IfLet choice -> {
          expression(choice.value(), names, Optional.empty());
          body(choice.thenBody(), sensitivity.behind(choice.slot(), choice.value(), names));
          body(choice.elseBody(), names);
        }
        case IrStatement.Check check -> {
          expression(check.condition(), names, Optional.empty());
          for (IrExpr hole : check.message()) {
            expression(hole, names, Optional.empty());
          }
        }
      }
    }
  }

  /**
   * @param caller the call of a function that was given a secret; it is where the mistake is
   */
  private void expression(IrExpr expression, Set<Integer> names, Optional<Span> caller) {
    Set<Integer> inner = names;
    switch (expression) {
      case IrExpr.CallExternal call -> {
        for (IrExpr argument : call.arguments()) {
          if (sensitivity.holds(argument, names)) {
            report(argument, caller);
          }
        }
      }
      case IrExpr.CallFunction call -> {
        Set<Integer> sensitive = sensitivity.arguments(call, names);
        if (!sensitive.isEmpty()) {
          function(
              program.function(call.function()),
              sensitive,
              caller.or(() -> Optional.of(call.span())));
        }
      }
      case IrExpr.Comprehension comprehension -> inner = inside(comprehension, names);
      default -> {}
    }
    for (IrExpr part : IrWalk.parts(expression)) {
      expression(part, inner, caller);
    }
  }

  private Set<Integer> inside(IrExpr.Comprehension comprehension, Set<Integer> names) {
    Set<Integer> inner = names;
    for (IrClause clause : comprehension.clauses()) {
      inner =
          switch (clause) {
            case IrClause.Generator generator -> sensitivity.inside(generator, inner);
            case IrClause.Binding binding ->
                sensitivity.behind(binding.slot(), binding.value(), inner);
          };
    }
    return inner;
  }

  private void function(IrFunction function, Set<Integer> sensitive, Optional<Span> caller) {
    if (!sensitive.isEmpty() && !seen.add(new Body(function.id(), sensitive))) {
      return;
    }
    Set<Integer> names = sensitive;
    for (IrStatement.Let let : function.lets()) {
      expression(let.value(), names, caller);
      names = sensitivity.behind(let.slot(), let.value(), names);
    }
    expression(function.body(), names, caller);
  }

  private void report(IrExpr argument, Optional<Span> caller) {
    Span at = caller.orElse(argument.span());
    if (!reported.add(at)) {
      return;
    }
    var mistake =
        Diagnostic.of(DiagnosticCode.E0206, at, "this would give a secret to a provider")
            .label("comes from a Secret, or is marked as sensitive")
            .help(
                "Answers are recorded, and with them what was asked. Ask about something else, or"
                    + " give away how long it is: redact(%s)".formatted(argument.span().text()));
    diagnostics.report(
        caller.isPresent() ? mistake.related(argument.span(), "given away here") : mistake);
  }
}

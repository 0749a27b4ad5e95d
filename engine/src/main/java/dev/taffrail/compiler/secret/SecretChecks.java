package dev.taffrail.compiler.secret;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.diagnostic.Diagnostic;
import dev.taffrail.diagnostic.DiagnosticCode;
import dev.taffrail.diagnostic.DiagnosticSink;
import dev.taffrail.source.Span;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The checks of a program that look at secrets: what decided them is not printed. Messages that
 * would print one are mistakes.
 */
public final class SecretChecks {
  private final Sensitivity sensitivity;
  private final DiagnosticSink diagnostics;

  /** Whether objects of any kind are taken for Secrets. */
  private final boolean judgesSecrets;

  private final Set<Span> found = new HashSet<>();
  private final Set<Span> printing = new HashSet<>();

  private SecretChecks(IrProgram program, DiagnosticSink diagnostics, boolean judgesSecrets) {
    this.sensitivity = new Sensitivity(program);
    this.diagnostics = diagnostics;
    this.judgesSecrets = judgesSecrets;
  }

  /** Where the checks stand. */
  public static Set<Span> of(IrProgram program) {
    var search = new SecretChecks(program, mistake -> {}, false);
    program.policies().forEach(search::policy);
    return Set.copyOf(search.found);
  }

  /** Checks of policies about any kind whose message prints what a Secret holds if it is one. */
  public static Set<Span> printing(IrProgram program) {
    var search = new SecretChecks(program, mistake -> {}, true);
    program.policies().stream().filter(p -> p.target().any()).forEach(search::policy);
    return Set.copyOf(search.printing);
  }

  /** Reports messages that print what comes from a secret. */
  public static void report(IrProgram program, DiagnosticSink diagnostics) {
    var search = new SecretChecks(program, diagnostics, false);
    program.policies().forEach(search::policy);
  }

  /** Whether the value of an expression outside of a body may print a secret. */
  public static boolean mayHold(IrExpr expression, IrProgram program) {
    return !AnyObjects.isPrintedByName(expression.type())
        && new Sensitivity(program).holds(expression, Set.of());
  }

  private void policy(IrPolicy policy) {
    Set<Integer> names = judgesSecrets ? Set.of(IrPolicy.TARGET_SLOT, IrPolicy.OLD_SLOT) : Set.of();
    for (IrPolicy.Prelude line : policy.prelude()) {
      if (line instanceof IrPolicy.Prelude.Binding binding) {
        names = sensitivity.behind(binding.let().slot(), binding.let().value(), names);
      }
    }
    for (IrStatement.Let let : policy.lets()) {
      names = sensitivity.behind(let.slot(), let.value(), names);
    }
    for (IrPolicy.IrRule rule : policy.rules()) {
      body(rule.body(), names);
    }
  }

  private void body(List<IrStatement> statements, Set<Integer> outer) {
    Set<Integer> names = outer;
    for (IrStatement statement : statements) {
      switch (statement) {
        case IrStatement.Let let -> names = sensitivity.behind(let.slot(), let.value(), names);
        case IrStatement.ForEach loop ->
            body(loop.body(), sensitivity.inside(loop.generator(), names));
        case IrStatement.If choice -> {
          body(choice.thenBody(), names);
          body(choice.elseBody(), names);
        }
        case IrStatement.IfLet choice -> {
          body(choice.thenBody(), sensitivity.behind(choice.slot(), choice.value(), names));
          body(choice.elseBody(), names);
        }
        case IrStatement.Check check -> check(check, names);
      }
    }
  }

  private void check(IrStatement.Check check, Set<Integer> names) {
    if (sensitivity.looksAt(check.condition(), names)) {
      found.add(check.span());
    }
    for (IrExpr hole : check.message()) {
      if (!AnyObjects.isPrintedByName(hole.type()) && sensitivity.holds(hole, names)) {
        printing.add(check.span());
        diagnostics.report(
            Diagnostic.of(DiagnosticCode.E0180, hole.span(), "this message would print a secret")
                .label("comes from a Secret, or is marked as sensitive")
                .help(
                    "Leave it out, or say how long it is: {redact(%s)}"
                        .formatted(hole.span().text())));
      }
    }
  }
}

package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.type.ObjectType;
import dev.taffrail.source.Span;
import java.util.ArrayList;
import java.util.List;

/** A policy in CEL, or the first thing in it that cannot be said there with the same meaning. */
public sealed interface CelExport {
  /**
   * What a ValidatingAdmissionPolicy with {@code failurePolicy: Fail} has to say; it denies exactly
   * the objects that the policy does not pass.
   *
   * @param kind the kind it is for
   * @param lifted the policy is about parts of other objects too, such as the pods of workloads,
   *     and this is not
   * @param conditions its match conditions
   * @param validations its validations
   */
  record Exact(
      ObjectType kind, boolean lifted, List<String> conditions, List<Validation> validations)
      implements CelExport {
    public Exact {
      conditions = List.copyOf(conditions);
      validations = List.copyOf(validations);
    }
  }

  /**
   * An expression that holds for objects that pass.
   *
   * @param span the statement it says
   */
  record Validation(String expression, Span span) {}

  /**
   * It cannot be said.
   *
   * @param what names the construct, and why
   */
  record Refused(String what, Span span) implements CelExport {}

  /** Translates a policy of a program. */
  static CelExport of(IrPolicy policy, IrProgram program) {
    try {
      return exact(policy, program);
    } catch (Untranslatable problem) {
      return problem.refused();
    }
  }

  private static CelExport exact(IrPolicy policy, IrProgram program) throws Untranslatable {
    IrPolicy.Target target = policy.target();
    if (target.any() || target.once() || target.kinds().size() != 1) {
      throw new Untranslatable("a target of other than one kind", policy.span());
    }
    if (target.admissionOnly() || !target.operations().isEmpty()) {
      throw new Untranslatable("a target with operations", policy.span());
    }
    var scope = CelScope.EMPTY.with(IrPolicy.TARGET_SLOT, CelValue.simple("object"));
    var expressions = new CelExpressions(program);
    var statements = new CelStatements(expressions);
    var conditions = new ArrayList<String>();
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> scope = scope.with(binding.let());
        case IrPolicy.Prelude.When when ->
            conditions.add(
                expressions.truth(when.condition(), scope, Guards.none("`when`")).text());
      }
    }
    for (var let : policy.lets()) {
      scope = scope.with(let);
    }
    var validations = new ArrayList<Validation>();
    for (IrPolicy.IrRule rule : policy.rules()) {
      validations.addAll(statements.validations(rule.body(), scope));
    }
    return new Exact(
        target.kinds().getFirst(), target.lifted() || target.views(), conditions, validations);
  }
}

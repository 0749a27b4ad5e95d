package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Quantifier;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.compiler.type.Type.Scalar;
import dev.taffrail.finding.Severity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Types the statements of a body. */
final class StatementChecker {
  private final ExpressionChecker expressions;
  private final Effects effects;
  private final ComprehensionTyping sources;
  private final LiteralTyping texts;

  StatementChecker(ExpressionChecker expressions, Effects effects) {
    this.expressions = expressions;
    this.effects = effects;
    this.sources = new ComprehensionTyping(expressions);
    this.texts = new LiteralTyping(expressions);
  }

  /** A let, and the context behind it. */
  record TypedLet(IrStatement.Let let, Context after) {}

  TypedLet let(Statement.Let written, Context context) {
    Type wanted =
        written
            .type()
            .map(t -> expressions.services().types().resolve(t, context.file()))
            .orElse(Scalar.UNKNOWN);
    IrExpr value =
        written.type().isPresent()
            ? expressions.expect(written.value(), context, wanted)
            : expressions.infer(written.value(), context);
    Type type = written.type().isPresent() ? wanted : value.type();
    if (written.type().isEmpty() && isEmptyList(value)) {
      expressions.report(
          TypeDiagnostics.cannotInfer(
              written.value().span(),
              "Say what it is a list of: let %s: List<String> = []".formatted(written.name())));
    }
    int slot = context.slots().take();
    var local =
        new Local(
            written.name().text(),
            slot,
            type,
            FieldTyping.emptyWhenAbsent(value, context),
            effects.mayMiss(value, context),
            written.name().span());
    return new TypedLet(
        new IrStatement.Let(written.span(), slot, written.name().text(), value),
        context.with(local));
  }

  /** A list of nothing known, to which every comparison would be false. */
  private static boolean isEmptyList(IrExpr value) {
    return value instanceof IrExpr.Collection list && list.elements().isEmpty();
  }

  DeclaredNames names() {
    return new DeclaredNames(expressions.services().diagnostics());
  }

  List<IrStatement> body(List<Statement> statements, Context context) {
    return body(statements, context, names());
  }

  /**
   * A body.
   *
   * @param names names that are taken in it already
   */
  List<IrStatement> body(List<Statement> statements, Context context, DeclaredNames names) {
    var typed = new ArrayList<IrStatement>();
    Context here = context;
    for (Statement statement : statements) {
      switch (statement) {
        case Statement.Let let -> {
          names.declare(let.name());
          var result = let(let, here);
          typed.add(result.let());
          here = result.after();
        }
        case Statement.ForEach loop -> typed.add(loop(loop, here));
        case Statement.If choice -> typed.add(choice(choice, here));
        case Statement.IfLet choice -> typed.add(ifLet(choice, here));
        case Statement.Check check -> typed.add(check(check, here));
        case Statement.Hole hole -> {}
        case Statement.Reserved reserved ->
            expressions.report(
                TypeDiagnostics.notAllowedHere(
                    reserved.span(),
                    "`%s` changes objects, and a policy only judges them"
                        .formatted(reserved.keyword()),
                    "Mutations and generators come with a later version."));
      }
    }
    return typed;
  }

  private IrStatement loop(Statement.ForEach loop, Context context) {
    var opened = sources.open(loop.first(), loop.second(), loop.source(), context);
    Context inner = opened.inner();
    Optional<IrExpr> where = Optional.empty();
    if (loop.where().isPresent()) {
      where = Optional.of(expressions.condition(loop.where().get(), inner.withoutMust("where")));
      inner = inner.knowing(expressions.flow().whenTrue(loop.where().get(), inner));
    }
    DeclaredNames names = names();
    names.declare(loop.first());
    loop.second().ifPresent(names::declare);
    return new IrStatement.ForEach(
        loop.span(), opened.generator(), where, body(loop.body(), inner, names));
  }

  private IrStatement choice(Statement.If choice, Context context) {
    IrExpr condition = expressions.condition(choice.condition(), context);
    var flow = expressions.flow();
    return new IrStatement.If(
        choice.span(),
        condition,
        body(choice.thenBody(), context.knowing(flow.whenTrue(choice.condition(), context))),
        body(choice.elseBody(), context.knowing(flow.whenFalse(choice.condition(), context))));
  }

  private IrStatement ifLet(Statement.IfLet choice, Context context) {
    IrExpr value = expressions.infer(choice.value(), context);
    if (!value.type().isOptional() && !value.type().isUnknown()) {
      expressions.report(
          TypeDiagnostics.noEffect(
                  choice.value().span(), "this always has a value; `if let` has no effect")
              .help("Use a plain `let`."));
    }
    int slot = context.slots().take();
    var local =
        new Local(
            choice.name().text(), slot, value.type().bare(), false, false, choice.name().span());
    DeclaredNames names = names();
    names.declare(choice.name());
    return new IrStatement.IfLet(
        choice.span(),
        slot,
        value,
        body(choice.thenBody(), context.with(local), names),
        body(choice.elseBody(), context));
  }

  private IrStatement check(Statement.Check check, Context context) {
    IrExpr condition = expressions.condition(check.condition(), context);
    warnIfVacuous(check, condition);
    List<IrExpr> message =
        check.message().map(m -> texts.parts(m, context.inMessage())).orElse(List.of());
    Optional<IrExpr> at = check.at().map(a -> expressions.infer(a, context.inMessage()));
    return new IrStatement.Check(
        check.span(),
        check.require(),
        condition,
        message,
        at,
        check.severity().flatMap(this::severity));
  }

  Optional<Severity> severity(Ident word) {
    var severity = Severity.of(word.text());
    if (severity.isEmpty()) {
      expressions.report(
          TypeDiagnostics.notInList(
              word.span(),
              word.text(),
              Arrays.stream(Severity.values()).map(Severity::word).toList(),
              false,
              ""));
    }
    return severity;
  }

  /** Says that nothing is required of an empty list, where the list can be empty. */
  private void warnIfVacuous(Statement.Check check, IrExpr condition) {
    boolean all =
        check.require()
            && check.condition() instanceof Expr.Comprehension comprehension
            && comprehension.quantifier() == Quantifier.ALL;
    if (all) {
      expressions.report(
          TypeDiagnostics.vacuous(((Expr.Comprehension) check.condition()).keywordSpan()));
    }
  }
}

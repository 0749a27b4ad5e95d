package dev.taffrail.compiler.parse;

import dev.taffrail.compiler.ast.Expr;
import dev.taffrail.compiler.ast.Ident;
import dev.taffrail.compiler.ast.Statement;
import dev.taffrail.grammar.TaffrailParser.AtTailContext;
import dev.taffrail.grammar.TaffrailParser.BlockContext;
import dev.taffrail.grammar.TaffrailParser.ChangeContext;
import dev.taffrail.grammar.TaffrailParser.CheckContext;
import dev.taffrail.grammar.TaffrailParser.CheckTailContext;
import dev.taffrail.grammar.TaffrailParser.ForEachContext;
import dev.taffrail.grammar.TaffrailParser.IdentContext;
import dev.taffrail.grammar.TaffrailParser.IfStatementContext;
import dev.taffrail.grammar.TaffrailParser.LetContext;
import dev.taffrail.grammar.TaffrailParser.MessageTailContext;
import dev.taffrail.grammar.TaffrailParser.PlaceContext;
import dev.taffrail.grammar.TaffrailParser.PlaceStepContext;
import dev.taffrail.grammar.TaffrailParser.SeverityTailContext;
import dev.taffrail.grammar.TaffrailParser.StatementContext;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Builds statements. */
final class StatementBuilder {
  private final BuildContext context;
  private final ExpressionBuilder expressions;

  StatementBuilder(BuildContext context, ExpressionBuilder expressions) {
    this.context = context;
    this.expressions = expressions;
  }

  Statement statement(StatementContext statement) {
    if (statement.let() != null) {
      return let(statement.let());
    }
    if (statement.forEach() != null) {
      return forEach(statement.forEach());
    }
    if (statement.ifStatement() != null) {
      return ifStatement(statement.ifStatement());
    }
    if (statement.check() != null) {
      return check(statement.check());
    }
    return statement.change() != null ? change(statement.change()) : hole(statement);
  }

  private Statement hole(StatementContext statement) {
    context.forgetDocumentation(statement);
    return new Statement.Hole(context.span(statement));
  }

  Statement.Let let(LetContext let) {
    return new Statement.Let(
        context.span(let),
        context.ident(let.ident()),
        Optional.ofNullable(let.type()).map(expressions.types()::type),
        expressions.expression(let.expr()));
  }

  private List<Statement> block(BlockContext block) {
    if (!context.enter(1, block)) {
      return List.of(new Statement.Hole(context.span(block)));
    }
    var statements = block.statement().stream().map(this::statement).toList();
    context.leave(1);
    return statements;
  }

  private Statement forEach(ForEachContext loop) {
    return new Statement.ForEach(
        context.span(loop),
        context.ident(loop.ident(0)),
        Optional.<IdentContext>ofNullable(loop.ident(1)).map(context::ident),
        expressions.expression(loop.expr(0)),
        expressions.optional(loop.expr(1)),
        block(loop.block()));
  }

  private Statement ifStatement(IfStatementContext branch) {
    var span = context.span(branch);
    var condition = expressions.expression(branch.expr());
    var thenBody = block(branch.block(0));
    var elseBody = elseBody(branch);
    return branch.LET() == null
        ? new Statement.If(span, condition, thenBody, elseBody)
        : new Statement.IfLet(span, context.ident(branch.ident()), condition, thenBody, elseBody);
  }

  private List<Statement> elseBody(IfStatementContext branch) {
    if (branch.ELSE() == null) {
      return List.of();
    }
    if (branch.ifStatement() == null) {
      return block(branch.block(1));
    }
    if (!context.enter(1, branch.ifStatement())) {
      return List.of(new Statement.Hole(context.span(branch.ifStatement())));
    }
    var elseIf = ifStatement(branch.ifStatement());
    context.leave(1);
    return List.of(elseIf);
  }

  private Statement check(CheckContext check) {
    var condition = expressions.expression(check.expr());
    Optional<Expr.StringLiteral> message = Optional.empty();
    Optional<Expr> at = Optional.empty();
    Optional<Ident> severity = Optional.empty();
    var seen = new HashMap<String, CheckTailContext>();
    for (CheckTailContext tail : check.checkTail()) {
      var first = seen.putIfAbsent(tail.getStart().getText(), tail);
      if (first != null) {
        reportRepeated(first, tail);
        continue;
      }
      switch (tail) {
        case MessageTailContext words ->
            message = Optional.of(expressions.strings().string(words.string()));
        case AtTailContext place -> at = Optional.of(place(place.place()));
        case SeverityTailContext level -> severity = Optional.of(context.ident(level.ident()));
        default -> throw new IllegalStateException("no case for " + tail.getClass());
      }
    }
    return new Statement.Check(
        context.span(check),
        check.REQUIRE() != null,
        context.span(check.getStart()),
        condition,
        message,
        at,
        severity);
  }

  private void reportRepeated(CheckTailContext first, CheckTailContext again) {
    var word = again.getStart().getText();
    context.report(
        context
            .mistake(context.span(again.getStart()), "a check has one `%s`".formatted(word))
            .label("given again")
            .related(context.span(first.getStart()), "given here"));
  }

  private Expr place(PlaceContext place) {
    var name = context.ident(place.ident());
    Expr built = new Expr.Name(name.span(), name.text());
    int levels = place.placeStep().size();
    if (!context.enter(levels, place)) {
      return new Expr.Hole(context.span(place));
    }
    for (PlaceStepContext step : place.placeStep()) {
      var span = context.span(place.getStart(), step);
      built =
          step.name() != null
              ? new Expr.Member(span, built, context.name(step.name()))
              : new Expr.Index(span, built, expressions.expression(step.expr()));
    }
    context.leave(levels);
    return built;
  }

  private Statement change(ChangeContext change) {
    return new Statement.Reserved(context.span(change), change.getStart().getText());
  }
}

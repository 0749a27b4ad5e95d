package dev.taffrail.tooling.cel;

import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.tooling.cel.CelExport.Validation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Says statements as conditions that hold if none of their checks fails. */
final class CelStatements {
  private final CelExpressions expressions;

  CelStatements(CelExpressions expressions) {
    this.expressions = expressions;
  }

  /** One for each statement that checks something. */
  List<Validation> validations(List<IrStatement> body, CelScope scope) throws Untranslatable {
    var validations = new ArrayList<Validation>();
    CelScope names = scope;
    for (IrStatement statement : body) {
      if (statement instanceof IrStatement.Let let) {
        names = names.with(let);
      } else {
        validations.add(new Validation(condition(statement, names).text(), statement.span()));
      }
    }
    return validations;
  }

  private CelValue all(List<IrStatement> body, CelScope scope) throws Untranslatable {
    var conditions = validations(body, scope);
    return switch (conditions.size()) {
      case 0 -> CelValue.simple("true");
      case 1 -> CelValue.compound(conditions.getFirst().expression());
      default ->
          CelValue.compound(
              conditions.stream()
                  .map(condition -> "(" + condition.expression() + ")")
                  .collect(Collectors.joining(" && ")));
    };
  }

  private CelValue condition(IrStatement statement, CelScope scope) throws Untranslatable {
    return switch (statement) {
      case IrStatement.Let let -> CelValue.simple("true");
      case IrStatement.Check check ->
          check.require()
              ? expressions.holds(check.condition(), scope)
              : expressions.holdsNot(check.condition(), scope);
      case IrStatement.If choice -> {
        var guards = Guards.collecting();
        var condition = expressions.truth(choice.condition(), scope, guards);
        yield guards.around(
            choose(condition, all(choice.thenBody(), scope), all(choice.elseBody(), scope)));
      }
      case IrStatement.IfLet choice -> {
        var guards = Guards.collecting();
        CelValue value = expressions.value(choice.value(), scope, guards);
        var known = scope.with(choice.slot(), value.whenPresent(""));
        yield guards.around(
            choose(value.presence(), all(choice.thenBody(), known), all(choice.elseBody(), scope)));
      }
      case IrStatement.ForEach loop -> {
        var guards = Guards.collecting();
        CelValue source = expressions.source(loop.generator(), scope, guards);
        var inside = scope.looping(loop.generator().elementSlot());
        CelValue body = all(loop.body(), inside);
        if (loop.where().isPresent()) {
          var filter = Guards.collecting();
          var wanted = expressions.truth(loop.where().get(), inside, filter);
          body = filter.around(CelValue.compound("!" + wanted.operand() + " || " + body.operand()));
        }
        yield guards.around(
            CelValue.simple(
                "%s.all(%s, %s)".formatted(source.operand(), scope.variable(), body.text())));
      }
    };
  }

  /** Branches without checks need no choice. */
  private static CelValue choose(CelValue condition, CelValue then, CelValue otherwise) {
    if (otherwise.text().equals("true")) {
      return CelValue.compound("!" + condition.operand() + " || " + then.operand());
    }
    return then.text().equals("true")
        ? CelValue.compound(condition.operand() + " || " + otherwise.operand())
        : CelValue.compound(
            condition.operand() + " ? " + then.operand() + " : " + otherwise.operand());
  }
}

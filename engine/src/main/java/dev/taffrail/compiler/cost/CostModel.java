package dev.taffrail.compiler.cost;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrPolicy;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrStatement;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Counts the steps that a policy takes at most: one for each expression and statement, times the
 * sizes of the loops around it.
 *
 * <p>Both branches of a choice count, and every loop runs to its end. Lets of modules are computed
 * once for all objects and are not part of it. A built-in counts as one step: its work is linear in
 * texts and lists whose sizes are limited when they are read.
 */
final class CostModel {
  private record Call(GlobalId function, List<Optional<Polynomial>> sizes) {}

  private final IrProgram program;
  private final Sizes sizes;
  private final Map<Call, Polynomial> known = new HashMap<>();

  CostModel(IrProgram program) {
    this.program = program;
    this.sizes = new Sizes(program);
  }

  Polynomial of(IrPolicy policy) {
    Bindings names = Bindings.NONE;
    Polynomial cost = Polynomial.ONE;
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> {
          cost = cost.plus(of(binding.let().value(), names));
          names = sizes.behind(binding.let(), names);
        }
        case IrPolicy.Prelude.When when -> cost = cost.plus(of(when.condition(), names));
      }
    }
    for (IrStatement.Let let : policy.lets()) {
      cost = cost.plus(of(let.value(), names));
      names = sizes.behind(let, names);
    }
    for (IrPolicy.IrRule rule : policy.rules()) {
      cost = cost.plus(of(rule.body(), names));
    }
    return cost;
  }

  private Polynomial of(List<IrStatement> body, Bindings names) {
    Polynomial cost = Polynomial.ZERO;
    Bindings inner = names;
    for (IrStatement statement : body) {
      cost = cost.plus(Polynomial.ONE).plus(of(statement, inner));
      if (statement instanceof IrStatement.Let let) {
        inner = sizes.behind(let, inner);
      }
    }
    return cost;
  }

  private Polynomial of(IrStatement statement, Bindings names) {
    return switch (statement) {
      case IrStatement.Let let -> of(let.value(), names);
      case IrStatement.ForEach loop -> {
        Polynomial each = of(loop.body(), names);
        if (loop.where().isPresent()) {
          each = each.plus(of(loop.where().get(), names));
        }
        yield of(loop.generator().source(), names)
            .plus(sizes.of(loop.generator().source(), names).times(each));
      }
      case IrStatement.If choice ->
          of(choice.condition(), names)
              .plus(of(choice.thenBody(), names))
              .plus(of(choice.elseBody(), names));
      case IrStatement.IfLet choice ->
          of(choice.value(), names)
              .plus(of(choice.thenBody(), names))
              .plus(of(choice.elseBody(), names));
      // messages are computed for findings only, of which there are few
      case IrStatement.Check check -> of(check.condition(), names);
    };
  }

  private Polynomial of(IrExpr expression, Bindings names) {
    return switch (expression) {
      case IrExpr.Comprehension e -> Polynomial.ONE.plus(ofComprehension(e, names));
      case IrExpr.CallFunction e -> parts(e, names).plus(ofCall(e, names));
      default -> parts(expression, names);
    };
  }

  private Polynomial parts(IrExpr expression, Bindings names) {
    Polynomial cost = Polynomial.ONE;
    for (IrExpr part : IrWalk.parts(expression)) {
      cost = cost.plus(of(part, names));
    }
    return cost;
  }

  private Polynomial ofComprehension(IrExpr.Comprehension e, Bindings names) {
    Polynomial rounds = Polynomial.ONE;
    Polynomial cost = Polynomial.ZERO;
    Bindings inner = names;
    for (IrClause clause : e.clauses()) {
      switch (clause) {
        case IrClause.Generator generator -> {
          cost = cost.plus(rounds.times(of(generator.source(), inner)));
          rounds = rounds.times(sizes.of(generator.source(), inner));
        }
        case IrClause.Binding binding -> {
          cost = cost.plus(rounds.times(of(binding.value(), inner)));
          inner = sizes.behind(binding, inner);
        }
      }
    }
    Polynomial each = of(e.body(), inner);
    if (e.where().isPresent()) {
      each = each.plus(of(e.where().get(), inner));
    }
    if (e.second().isPresent()) {
      each = each.plus(of(e.second().get(), inner));
    }
    return cost.plus(rounds.times(each));
  }

  private Polynomial ofCall(IrExpr.CallFunction call, Bindings names) {
    Bindings arguments = sizes.arguments(call.arguments(), names);
    var key = new Call(call.function(), argumentSizes(call, arguments));
    Polynomial cost = known.get(key);
    if (cost == null) {
      cost = of(program.function(call.function()), arguments);
      known.put(key, cost);
    }
    return cost;
  }

  private Polynomial of(IrFunction function, Bindings arguments) {
    Polynomial cost = Polynomial.ZERO;
    Bindings names = arguments;
    for (IrStatement.Let let : function.lets()) {
      cost = cost.plus(of(let.value(), names));
      names = sizes.behind(let, names);
    }
    return cost.plus(of(function.body(), names));
  }

  private static List<Optional<Polynomial>> argumentSizes(
      IrExpr.CallFunction call, Bindings arguments) {
    return IntStream.range(0, call.arguments().size()).mapToObj(arguments::find).toList();
  }
}

package dev.taffrail.compiler.ir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Walks over expressions and their parts. */
public final class IrWalk {
  private IrWalk() {}

  /** Whether the expression or a part of it has a property. */
  public static boolean any(IrExpr expression, Predicate<IrExpr> property) {
    return property.test(expression)
        || parts(expression).stream().anyMatch(part -> any(part, property));
  }

  /** The direct parts of an expression. */
  public static List<IrExpr> parts(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Constant e -> List.of();
      case IrExpr.Local e -> List.of();
      case IrExpr.Parameter e -> List.of();
      case IrExpr.AsOf e -> List.of();
      case IrExpr.ClusterRanges e -> List.of();
      case IrExpr.ModuleValue e -> List.of();
      case IrExpr.ReadField e -> List.of(e.receiver());
      case IrExpr.KindMember e -> List.of(e.receiver());
      case IrExpr.ReadRecord e -> List.of(e.receiver());
      case IrExpr.ReadJson e -> List.of(e.receiver());
      case IrExpr.Index e -> List.of(e.receiver(), e.index());
      case IrExpr.CallBuiltin e -> e.arguments();
      case IrExpr.CallFunction e -> e.arguments();
      case IrExpr.CallExternal e -> e.arguments();
      case IrExpr.Must e -> List.of(e.operand());
      case IrExpr.Coalesce e -> List.of(e.left(), e.right());
      case IrExpr.Narrowed e -> List.of(e.operand());
      case IrExpr.IsSet e -> List.of(e.operand());
      case IrExpr.IsEmpty e -> List.of(e.operand());
      case IrExpr.IsType e -> List.of(e.operand());
      case IrExpr.Not e -> List.of(e.operand());
      case IrExpr.Logic e -> List.of(e.left(), e.right());
      case IrExpr.If e -> List.of(e.condition(), e.thenValue(), e.elseValue());
      case IrExpr.Compare e -> List.of(e.left(), e.right());
      case IrExpr.In e -> List.of(e.element(), e.collection());
      case IrExpr.TextTest e -> List.of(e.left(), e.right());
      case IrExpr.Arithmetic e -> List.of(e.left(), e.right());
      case IrExpr.Negate e -> List.of(e.operand());
      case IrExpr.Range e -> List.of(e.low(), e.high());
      case IrExpr.Collection e -> e.elements();
      case IrExpr.MapOf e -> {
        var all = new ArrayList<IrExpr>();
        e.entries().forEach(x -> all.addAll(List.of(x.key(), x.value())));
        yield all;
      }
      case IrExpr.RecordOf e -> {
        var all = new ArrayList<>(e.spreads());
        e.fields().forEach(f -> all.add(f.value()));
        yield all;
      }
      case IrExpr.Interpolation e -> e.parts();
      case IrExpr.Comprehension e -> {
        var all = new ArrayList<IrExpr>();
        for (IrClause clause : e.clauses()) {
          switch (clause) {
            case IrClause.Generator g -> all.add(g.source());
            case IrClause.Binding b -> all.add(b.value());
          }
        }
        e.where().ifPresent(all::add);
        all.add(e.body());
        e.second().ifPresent(all::add);
        yield all;
      }
      case IrExpr.Match e -> {
        var all = new ArrayList<>(List.of(e.subject()));
        e.arms().forEach(a -> all.add(a.value()));
        yield all;
      }
      case IrExpr.Convert e -> List.of(e.operand());
      case IrExpr.Update e -> {
        var all = new ArrayList<IrExpr>(List.of(e.base()));
        all.addAll(e.update().values());
        yield all;
      }
      case IrExpr.Adapt e -> List.of(e.operand());
      case IrExpr.LookUp e -> List.of(e.key());
      case IrExpr.ObjectsOf e -> List.of();
      case IrExpr.FindObject e ->
          e.namespace().isPresent() ? List.of(e.namespace().get(), e.name()) : List.of(e.name());
      case IrExpr.FindAny e -> List.of(e.apiVersion(), e.kind(), e.namespace(), e.name());
      case IrExpr.KindsAre e -> List.of();
      case IrExpr.ReferencesOf e -> List.of(e.object());
      case IrExpr.ReferrersOf e -> List.of(e.object());
    };
  }

  /** The expressions of a function. */
  public static List<IrExpr> expressionsOf(IrFunction function) {
    var all = new ArrayList<IrExpr>();
    function.lets().stream().map(IrStatement.Let::value).forEach(all::add);
    all.add(function.body());
    return all;
  }

  /** The expressions of an index. */
  public static List<IrExpr> expressionsOf(IrIndex index) {
    var all = new ArrayList<IrExpr>();
    index.where().ifPresent(all::add);
    all.add(index.key());
    return all;
  }

  /** The expressions of a test; lets included. */
  public static List<IrExpr> expressionsOf(IrTest test) {
    var all = new ArrayList<IrExpr>();
    test.lets().stream().map(IrStatement.Let::value).forEach(all::add);
    test.given().forEach(line -> all.addAll(line.expressions()));
    all.addAll(test.using().values());
    return all;
  }

  /** The expressions of a policy; lets included. */
  public static List<IrExpr> expressionsOf(IrPolicy policy) {
    var all = new ArrayList<IrExpr>();
    for (IrPolicy.Prelude line : policy.prelude()) {
      switch (line) {
        case IrPolicy.Prelude.Binding binding -> all.add(binding.let().value());
        case IrPolicy.Prelude.When when -> all.add(when.condition());
      }
    }
    policy.lets().stream().map(IrStatement.Let::value).forEach(all::add);
    statementsOf(policy).forEach(statement -> add(statement, all));
    return all;
  }

  /** The expressions that stand in a statement itself. */
  private static void add(IrStatement statement, List<IrExpr> all) {
    switch (statement) {
      case IrStatement.Let let -> all.add(let.value());
      case IrStatement.ForEach loop -> {
        all.add(loop.generator().source());
        loop.where().ifPresent(all::add);
      }
      case IrStatement.If choice -> all.add(choice.condition());
      case IrStatement.IfLet choice -> all.add(choice.value());
      case IrStatement.Check check -> {
        all.add(check.condition());
        all.addAll(check.message());
        check.at().ifPresent(all::add);
      }
    }
  }

  /** The lets of a policy, in the order written. */
  public static List<IrStatement.Let> letsOf(IrPolicy policy) {
    var all = new ArrayList<IrStatement.Let>();
    for (IrPolicy.Prelude line : policy.prelude()) {
      if (line instanceof IrPolicy.Prelude.Binding binding) {
        all.add(binding.let());
      }
    }
    all.addAll(policy.lets());
    for (IrStatement statement : statementsOf(policy)) {
      if (statement instanceof IrStatement.Let let) {
        all.add(let);
      }
    }
    return all;
  }

  /** The checks of a policy, in the order written. */
  public static List<IrStatement.Check> checksOf(IrPolicy policy) {
    return statementsOf(policy).stream()
        .filter(IrStatement.Check.class::isInstance)
        .map(IrStatement.Check.class::cast)
        .toList();
  }

  /** The statements of a policy, with those inside them, in the order written. */
  public static List<IrStatement> statementsOf(IrPolicy policy) {
    return policy.rules().stream().flatMap(rule -> statements(rule.body()).stream()).toList();
  }

  /** Statements with those inside them, in the order written. */
  private static List<IrStatement> statements(List<IrStatement> body) {
    var all = new ArrayList<IrStatement>();
    for (IrStatement statement : body) {
      all.add(statement);
      switch (statement) {
        case IrStatement.ForEach loop -> all.addAll(statements(loop.body()));
        case IrStatement.If choice -> {
          all.addAll(statements(choice.thenBody()));
          all.addAll(statements(choice.elseBody()));
        }
        case IrStatement.IfLet choice -> {
          all.addAll(statements(choice.thenBody()));
          all.addAll(statements(choice.elseBody()));
        }
        case IrStatement.Let let -> {}
        case IrStatement.Check check -> {}
      }
    }
    return all;
  }
}

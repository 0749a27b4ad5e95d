package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrClause;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrStatement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether an expression can end a check because something demanded with {@code !} is missing. */
final class Effects {
  private final Function<GlobalId, List<IrExpr>> bodies;
  private final Map<GlobalId, Boolean> known = new HashMap<>();
  private final Set<GlobalId> open = new HashSet<>();

  /**
   * @param bodies the expressions of a function, as far as they are checked
   */
  Effects(Function<GlobalId, List<IrExpr>> bodies) {
    this.bodies = bodies;
  }

  boolean mayMiss(IrExpr expression, Context context) {
    return any(
        expression,
        e ->
            switch (e) {
              case IrExpr.Must must -> true;
              case IrExpr.CallFunction call -> mayMiss(call.function());
              case IrExpr.ModuleValue value -> mayMiss(value.id());
              case IrExpr.Local local ->
                  context.scope().find(local.name()).map(Local::mayMiss).orElse(false);
              default -> false;
            });
  }

  boolean mayMiss(GlobalId function) {
    Boolean seen = known.get(function);
    if (seen != null) {
      return seen;
    }
    if (!open.add(function)) {
      return false;
    }
    boolean found =
        bodies.apply(function).stream()
            .anyMatch(
                body ->
                    any(
                        body,
                        e ->
                            e instanceof IrExpr.Must
                                || e instanceof IrExpr.CallFunction c && mayMiss(c.function())
                                || e instanceof IrExpr.ModuleValue v && mayMiss(v.id())));
    open.remove(function);
    known.put(function, found);
    return found;
  }

  /** Whether the expression or a part of it has a property. */
  static boolean any(IrExpr expression, Predicate<IrExpr> property) {
    return property.test(expression)
        || parts(expression).stream().anyMatch(part -> any(part, property));
  }

  /** The direct parts of an expression. */
  static List<IrExpr> parts(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Constant e -> List.of();
      case IrExpr.Local e -> List.of();
      case IrExpr.Parameter e -> List.of();
      case IrExpr.ModuleValue e -> List.of();
      case IrExpr.ReadField e -> List.of(e.receiver());
      case IrExpr.KindMember e -> List.of(e.receiver());
      case IrExpr.ReadRecord e -> List.of(e.receiver());
      case IrExpr.ReadJson e -> List.of(e.receiver());
      case IrExpr.Index e -> List.of(e.receiver(), e.index());
      case IrExpr.CallBuiltin e -> e.arguments();
      case IrExpr.CallFunction e -> e.arguments();
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
      case IrExpr.Adapt e -> List.of(e.operand());
    };
  }

  /** The expressions of a function. */
  static List<IrExpr> expressionsOf(IrFunction function) {
    var all = new ArrayList<IrExpr>();
    function.lets().stream().map(IrStatement.Let::value).forEach(all::add);
    all.add(function.body());
    return all;
  }
}

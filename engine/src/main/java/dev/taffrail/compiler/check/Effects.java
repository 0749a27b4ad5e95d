package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrWalk;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

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
    return IrWalk.any(
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
                    IrWalk.any(
                        body,
                        e ->
                            e instanceof IrExpr.Must
                                || e instanceof IrExpr.CallFunction c && mayMiss(c.function())
                                || e instanceof IrExpr.ModuleValue v && mayMiss(v.id())));
    open.remove(function);
    known.put(function, found);
    return found;
  }
}

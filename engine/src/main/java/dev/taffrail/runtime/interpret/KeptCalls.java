package dev.taffrail.runtime.interpret;

import dev.taffrail.compiler.ir.GlobalId;
import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.ir.IrFunction;
import dev.taffrail.compiler.ir.IrProgram;
import dev.taffrail.compiler.ir.IrWalk;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.MapValue;
import dev.taffrail.value.ObjectValue;
import dev.taffrail.value.RecordValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which functions are computed once for equal arguments: those that read the inventory and do not
 * depend on which object is under review.
 */
final class KeptCalls {
  private final IrProgram program;
  private final Map<GlobalId, Boolean> known = new ConcurrentHashMap<>();

  KeptCalls(IrProgram program) {
    this.program = program;
  }

  boolean keeps(GlobalId function) {
    Boolean keeps = known.get(function);
    if (keeps == null) {
      var body = IrWalk.expressionsOf(program.function(function));
      keeps = any(body, KeptCalls::readsInventory) && !any(body, KeptCalls::dependsOnCaller);
      known.put(function, keeps);
    }
    return keeps;
  }

  private static boolean readsInventory(IrExpr part) {
    return part instanceof IrExpr.LookUp
        || part instanceof IrExpr.ObjectsOf
        || part instanceof IrExpr.FindObject
        || part instanceof IrExpr.FindAny
        || part instanceof IrExpr.ReferrersOf;
  }

  /** Leaves out the object under review, or ends the check of whoever calls it. */
  private static boolean dependsOnCaller(IrExpr part) {
    return part instanceof IrExpr.LookUp look && look.others() || part instanceof IrExpr.Must;
  }

  private boolean any(List<IrExpr> expressions, Predicate<IrExpr> property) {
    return expressions.stream()
        .anyMatch(
            expression ->
                IrWalk.any(
                    expression,
                    part ->
                        property.test(part)
                            || part instanceof IrExpr.CallFunction call
                                && within(program.function(call.function()), property)));
  }

  private boolean within(IrFunction function, Predicate<IrExpr> property) {
    return any(IrWalk.expressionsOf(function), property);
  }

  /**
   * Objects are equal by name, but an object under review is newer than that of the inventory, so
   * that results for one must not be given for the other.
   */
  static boolean isComparable(Value value) {
    return switch (value) {
      case ObjectValue object -> false;
      case ListValue list -> areComparable(list.elements());
      case SetValue set -> areComparable(set.elements());
      case MapValue map ->
          areComparable(map.entries().keySet()) && areComparable(map.entries().values());
      case RecordValue record -> areComparable(record.fields().values());
      default -> true;
    };
  }

  private static boolean areComparable(Collection<Value> values) {
    return values.stream().allMatch(KeptCalls::isComparable);
  }
}

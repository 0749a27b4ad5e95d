package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.compiler.type.Type;
import dev.taffrail.value.ListValue;
import dev.taffrail.value.SetValue;
import dev.taffrail.value.Value;
import java.util.ArrayList;
import java.util.Optional;

/** Literals that are values already. */
final class Constants {
  private Constants() {}

  static Optional<Value> value(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Constant constant -> Optional.of(constant.value());
      case IrExpr.Collection collection -> {
        var elements = new ArrayList<Value>();
        for (IrExpr element : collection.elements()) {
          var value = value(element);
          if (value.isEmpty()) {
            yield Optional.empty();
          }
          elements.add(value.get());
        }
        yield Optional.of(
            collection.type() instanceof Type.SetOf
                ? SetValue.of(elements)
                : ListValue.of(elements));
      }
      default -> Optional.empty();
    };
  }
}

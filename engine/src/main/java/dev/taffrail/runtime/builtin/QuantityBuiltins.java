package dev.taffrail.runtime.builtin;

import static dev.taffrail.compiler.type.Type.Scalar.DECIMAL;
import static dev.taffrail.compiler.type.Type.Scalar.QUANTITY;
import static dev.taffrail.runtime.builtin.Declarations.member;
import static dev.taffrail.runtime.builtin.Declarations.on;

import dev.taffrail.value.Numbers;
import dev.taffrail.value.Quantity;
import java.util.List;

/** Resource quantities. */
final class QuantityBuiltins {
  private QuantityBuiltins() {}

  static List<Builtin> all() {
    return List.of(
        member(
            QUANTITY,
            "amount",
            DECIMAL,
            "The plain number: cores, bytes or pieces.",
            "1500m.amount == 1.5",
            on(Quantity.class, quantity -> Numbers.decimal(quantity.amount()))));
  }
}

package dev.taffrail.compiler.check;

import dev.taffrail.compiler.ir.IrExpr;
import dev.taffrail.value.Value;
import java.util.Optional;

/** Knows from the path which resource a quantity measures, so that bytes are not added to cores. */
final class ResourceDimension {
  private ResourceDimension() {}

  /** Why the two quantities cannot be added, if they cannot. */
  static Optional<String> clash(IrExpr left, IrExpr right) {
    var one = resource(left);
    var other = resource(right);
    return one.isPresent() && other.isPresent() && !one.equals(other)
        ? Optional.of("`%s` and `%s` are different resources".formatted(one.get(), other.get()))
        : Optional.empty();
  }

  private static Optional<String> resource(IrExpr expression) {
    return switch (expression) {
      case IrExpr.Index index
          when index.index() instanceof IrExpr.Constant key
              && key.value() instanceof Value.Text text
              && index.receiver().type() instanceof dev.taffrail.compiler.type.Type.MapOf map
              && map.resources() ->
          Optional.of(text.value());
      case IrExpr.Must must -> resource(must.operand());
      case IrExpr.Narrowed narrowed -> resource(narrowed.operand());
      case IrExpr.Coalesce coalesce -> resource(coalesce.left());
      default -> Optional.empty();
    };
  }
}

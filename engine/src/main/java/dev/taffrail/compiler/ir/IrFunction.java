package dev.taffrail.compiler.ir;

import java.util.List;

/**
 * A function, an extension member (receiver in slot 0) or a module let (no slots to fill).
 *
 * @param parameters how many arguments go into slots 0, 1, …
 * @param lets run before the body, lazily
 * @param mayMiss the result can be a missing value that was demanded with {@code !}
 */
public record IrFunction(
    GlobalId id,
    int parameters,
    List<IrStatement.Let> lets,
    IrExpr body,
    int frameSize,
    boolean mayMiss) {
  public IrFunction {
    lets = List.copyOf(lets);
  }
}

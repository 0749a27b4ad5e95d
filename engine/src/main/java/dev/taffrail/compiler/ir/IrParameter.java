package dev.taffrail.compiler.ir;

import dev.taffrail.compiler.type.Type;
import dev.taffrail.source.Span;
import java.util.Optional;

/**
 * A parameter with what it accepts.
 *
 * @param constraint an expression over slot 0, which holds the value
 * @param frameSize slots that default and constraint need
 * @param deprecated what its author says to do instead, if it is marked; may be empty
 */
public record IrParameter(
    ParameterId id,
    Span span,
    Type type,
    Optional<IrExpr> defaultValue,
    Optional<IrExpr> constraint,
    int frameSize,
    String documentation,
    Optional<String> deprecated) {}

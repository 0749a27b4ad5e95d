package dev.taffrail.compiler.ir;

import dev.taffrail.source.Span;
import java.util.Optional;

/**
 * A table of objects by a key that is computed from each; the object is in slot 0.
 *
 * @param source which objects it holds
 * @param where leaves objects out
 * @param key the key, or with {@code several} a list or set of keys
 */
public record IrIndex(
    GlobalId id,
    IrPolicy.Target source,
    Optional<IrExpr> where,
    IrExpr key,
    boolean several,
    int frameSize,
    Span span) {}

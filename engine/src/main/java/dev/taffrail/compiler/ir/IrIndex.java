package dev.taffrail.compiler.ir;

import dev.taffrail.source.Span;
import java.util.Optional;

/**
 * A table of objects by a key that is computed from each; the object is in slot 0.
 *
 * @param source which objects it holds
 * @param where leaves objects out
 * @param key the key, or with {@code several} a list or set of keys
 * @param selecting what is matched instead of compared
 */
public record IrIndex(
    GlobalId id,
    IrPolicy.Target source,
    Optional<IrExpr> where,
    IrExpr key,
    boolean several,
    Optional<Selecting> selecting,
    int frameSize,
    Span span) {

  /**
   * The part of the key that is a label selector and is asked for with labels, or the reverse; the
   * other parts are compared.
   *
   * @param field the field of the key; empty if it is the whole key
   * @param holdsSelectors the objects have the selector; else they have the labels
   */
  public record Selecting(Optional<String> field, boolean holdsSelectors) {}
}

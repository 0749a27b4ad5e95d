package dev.taffrail.compiler.ir;

/** A source or bound name of a comprehension; slots are where its names live. */
public sealed interface IrClause {

  /**
   * One pass over a collection.
   *
   * @param keySlot the slot of index or key, or -1
   * @param elementSlot the slot of the element; for a map with one name, of the key
   */
  record Generator(int keySlot, int elementSlot, IrExpr source) implements IrClause {}

  /** A named value. */
  record Binding(int slot, IrExpr value) implements IrClause {}
}

package dev.taffrail.compiler.ir;

import java.util.ArrayList;
import java.util.List;

/** What {@code with} lays over an object: a tree of parts to merge, with values at its ends. */
public sealed interface IrUpdate {
  /** Fields of a record or keys of a map; the others stay. */
  record Fields(List<Entry> entries) implements IrUpdate {
    public Fields {
      entries = List.copyOf(entries);
    }
  }

  record Entry(String name, int nameStart, IrUpdate update) {}

  /**
   * Elements of a list that are found by their keys; those not found are added.
   *
   * @param keys the fields that identify an element
   */
  record Elements(List<String> keys, List<IrUpdate> updates, int start, int end)
      implements IrUpdate {
    public Elements {
      keys = List.copyOf(keys);
      updates = List.copyOf(updates);
    }
  }

  /** Takes the place of what was there. */
  record Whole(IrExpr value) implements IrUpdate {}

  /** The expressions in it. */
  default List<IrExpr> values() {
    var all = new ArrayList<IrExpr>();
    switch (this) {
      case Fields fields -> fields.entries().forEach(e -> all.addAll(e.update().values()));
      case Elements elements -> elements.updates().forEach(u -> all.addAll(u.values()));
      case Whole whole -> all.add(whole.value());
    }
    return all;
  }
}

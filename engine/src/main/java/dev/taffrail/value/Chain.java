package dev.taffrail.value;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list that shares its beginning with others: one more element costs one small object, however
 * long the list is. Immutable.
 */
public final class Chain extends AbstractList<Value> {
  /** The list without elements. */
  public static final Chain EMPTY = new Chain(null, Value.absent(), 0);

  private final @Nullable Chain before;
  private final Value last;
  private final int size;

  /** A copy for those who pick elements; empty until somebody does. */
  private volatile List<Value> elements = List.of();

  private Chain(@Nullable Chain before, Value last, int size) {
    this.before = before;
    this.last = last;
    this.size = size;
  }

  /** The list with one more element at its end. */
  public Chain and(Value element) {
    return new Chain(this, element, size + 1);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Value get(int index) {
    if (index < 0 || index >= size) {
      throw new IndexOutOfBoundsException(index);
    }
    List<Value> known = elements;
    if (known.isEmpty()) {
      known = copy();
      elements = known;
    }
    return known.get(index);
  }

  /** Going through it from the front takes a copy, which is forgotten afterwards. */
  @Override
  public Iterator<Value> iterator() {
    return copy().iterator();
  }

  private List<Value> copy() {
    var all = new Value[size];
    for (Chain at = this; at.before != null; at = at.before) {
      all[at.size - 1] = at.last;
    }
    return Arrays.asList(all);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other == this || other instanceof List<?> that && copy().equals(that);
  }

  @Override
  public int hashCode() {
    return copy().hashCode();
  }
}

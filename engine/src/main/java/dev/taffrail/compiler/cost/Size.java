package dev.taffrail.compiler.cost;

import java.util.Comparator;

/**
 * How many elements a collection has; nobody knows before there is an object.
 *
 * @param name {@code containers}, as the policy calls the collection
 */
record Size(Dimension dimension, String name) implements Comparable<Size> {
  private static final Comparator<Size> ORDER =
      Comparator.comparing(Size::dimension).thenComparing(Size::name);

  @Override
  public int compareTo(Size other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return "|" + name + "|";
  }
}

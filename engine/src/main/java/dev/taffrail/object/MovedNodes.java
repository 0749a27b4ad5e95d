package dev.taffrail.object;

import java.util.function.IntUnaryOperator;

/** Trees that stand elsewhere than where they were read. */
public final class MovedNodes {
  private MovedNodes() {}

  /** The same tree, all of it at one place. */
  public static Node of(Node node, int start, int end) {
    return of(node, at -> start, at -> end);
  }

  /** The same tree, with each of its places mapped. */
  static Node of(Node node, IntUnaryOperator starts, IntUnaryOperator ends) {
    int start = starts.applyAsInt(node.start());
    int end = ends.applyAsInt(node.end());
    return switch (node) {
      case Node.Text text -> new Node.Text(text.value(), start, end);
      case Node.Bool bool -> new Node.Bool(bool.value(), start, end);
      case Node.Int number -> new Node.Int(number.value(), start, end);
      case Node.Fraction number -> new Node.Fraction(number.value(), start, end);
      case Node.Null nothing -> new Node.Null(start, end);
      case Node.Sequence list ->
          new Node.Sequence(
              list.elements().stream().map(e -> of(e, starts, ends)).toList(), start, end);
      case Node.Mapping mapping -> {
        int size = mapping.size();
        var keys = new String[size];
        var keyStarts = new int[size];
        var values = new Node[size];
        for (int i = 0; i < size; i++) {
          keys[i] = mapping.key(i);
          keyStarts[i] = starts.applyAsInt(mapping.keyStart(i));
          values[i] = of(mapping.value(i), starts, ends);
        }
        yield new Node.Mapping(keys, keyStarts, values, start, end);
      }
    };
  }
}

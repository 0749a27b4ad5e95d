package dev.taffrail.value;

import dev.taffrail.object.Node;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** A total order over data without a schema, consistent with its equality. */
final class NodeOrdering {
  private NodeOrdering() {}

  static int compare(Node a, Node b) {
    int order = Integer.compare(rank(a), rank(b));
    if (order != 0) {
      return order;
    }
    return switch (a) {
      case Node.Null nothing -> 0;
      case Node.Bool x -> Boolean.compare(x.value(), ((Node.Bool) b).value());
      case Node.Int x -> numbers(a, b);
      case Node.Fraction x -> numbers(a, b);
      case Node.Text x -> Ordering.compareText(x.value(), ((Node.Text) b).value());
      case Node.Sequence x -> sequences(x.elements(), ((Node.Sequence) b).elements());
      case Node.Mapping x -> mappings(x, (Node.Mapping) b);
    };
  }

  private static int rank(Node node) {
    return switch (node) {
      case Node.Null nothing -> 0;
      case Node.Bool bool -> 1;
      case Node.Int number -> 2;
      case Node.Fraction number -> 2;
      case Node.Text text -> 3;
      case Node.Sequence list -> 4;
      case Node.Mapping mapping -> 5;
    };
  }

  /** By amount; of the same amount, the whole number first. */
  private static int numbers(Node a, Node b) {
    int order = amount(a).compareTo(amount(b));
    return order != 0
        ? order
        : Boolean.compare(a instanceof Node.Fraction, b instanceof Node.Fraction);
  }

  private static BigDecimal amount(Node number) {
    return number instanceof Node.Int whole
        ? BigDecimal.valueOf(whole.value())
        : ((Node.Fraction) number).value();
  }

  private static int sequences(List<Node> a, List<Node> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = compare(a.get(i), b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  private static int mappings(Node.Mapping a, Node.Mapping b) {
    List<Integer> left = sorted(a);
    List<Integer> right = sorted(b);
    for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
      int order = Ordering.compareText(a.key(left.get(i)), b.key(right.get(i)));
      if (order == 0) {
        order = compare(a.value(left.get(i)), b.value(right.get(i)));
      }
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }

  /** The positions of the entries in the order of their keys. */
  private static List<Integer> sorted(Node.Mapping mapping) {
    var positions = new ArrayList<Integer>();
    for (int i = 0; i < mapping.size(); i++) {
      positions.add(i);
    }
    positions.sort((i, j) -> Ordering.compareText(mapping.key(i), mapping.key(j)));
    return positions;
  }
}

package dev.taffrail.object;

import java.util.List;

/** Comparison of nodes by content, and their JSON form for messages and tests. */
public final class Nodes {
  private Nodes() {}

  /** Same content; places and the order of keys do not count. */
  public static boolean equal(Node a, Node b) {
    if (a instanceof Node.Mapping left && b instanceof Node.Mapping right) {
      return equalMappings(left, right);
    }
    if (a instanceof Node.Sequence left && b instanceof Node.Sequence right) {
      return equalLists(left.elements(), right.elements());
    }
    if (a instanceof Node.Text left && b instanceof Node.Text right) {
      return left.value().equals(right.value());
    }
    if (a instanceof Node.Int left && b instanceof Node.Int right) {
      return left.value() == right.value();
    }
    if (a instanceof Node.Fraction left && b instanceof Node.Fraction right) {
      return left.value().compareTo(right.value()) == 0;
    }
    if (a instanceof Node.Bool left && b instanceof Node.Bool right) {
      return left.value() == right.value();
    }
    return a instanceof Node.Null && b instanceof Node.Null;
  }

  private static boolean equalMappings(Node.Mapping a, Node.Mapping b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      int j = b.indexOf(a.key(i));
      if (j < 0 || !equal(a.value(i), b.value(j))) {
        return false;
      }
    }
    return true;
  }

  private static boolean equalLists(List<Node> a, List<Node> b) {
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (!equal(a.get(i), b.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Agrees with {@link #equal}. */
  public static int hash(Node node) {
    return switch (node) {
      case Node.Text text -> text.value().hashCode();
      case Node.Bool bool -> Boolean.hashCode(bool.value());
      case Node.Int number -> Long.hashCode(number.value());
      case Node.Fraction number -> number.value().stripTrailingZeros().hashCode();
      case Node.Null nothing -> 0;
      case Node.Sequence list -> {
        int hash = 1;
        for (Node element : list.elements()) {
          hash = 31 * hash + hash(element);
        }
        yield hash;
      }
      case Node.Mapping mapping -> {
        int hash = 7;
        for (int i = 0; i < mapping.size(); i++) {
          hash += mapping.key(i).hashCode() ^ hash(mapping.value(i));
        }
        yield hash;
      }
    };
  }

  /** Compact JSON with keys in the order written. */
  public static String toJson(Node node) {
    var out = new StringBuilder();
    write(node, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    switch (node) {
      case Node.Text text -> quote(text.value(), out);
      case Node.Bool bool -> out.append(bool.value());
      case Node.Int number -> out.append(number.value());
      case Node.Fraction number -> out.append(number.value());
      case Node.Null nothing -> out.append("null");
      case Node.Sequence list -> {
        out.append('[');
        for (int i = 0; i < list.elements().size(); i++) {
          out.append(i == 0 ? "" : ",");
          write(list.elements().get(i), out);
        }
        out.append(']');
      }
      case Node.Mapping mapping -> {
        out.append('{');
        for (int i = 0; i < mapping.size(); i++) {
          out.append(i == 0 ? "" : ",");
          quote(mapping.key(i), out);
          out.append(':');
          write(mapping.value(i), out);
        }
        out.append('}');
      }
    }
  }

  private static void quote(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        default -> {
          if (c < ' ') {
            out.append("\\u%04x".formatted((int) c));
          } else {
            out.append(c);
          }
        }
      }
    }
    out.append('"');
  }
}

package dev.taffrail.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

/** Comparison of trees in which places count too. */
final class SameNodes {
  private SameNodes() {}

  static void assertSame(Node expected, Node actual, String text) {
    compare(expected, actual, FieldPath.ROOT, text);
  }

  private static void compare(Node expected, Node actual, FieldPath path, String text) {
    assertEquals(place(expected, text), place(actual, text), () -> path + " of:\n" + text);
    switch (expected) {
      case Node.Mapping mapping -> {
        var other = assertInstanceOf(Node.Mapping.class, actual);
        assertEquals(mapping.size(), other.size(), () -> path + " of:\n" + text);
        for (int i = 0; i < mapping.size(); i++) {
          FieldPath child = path.key(mapping.key(i));
          assertEquals(mapping.key(i), other.key(i), () -> path + " of:\n" + text);
          assertEquals(mapping.keyStart(i), other.keyStart(i), () -> child + " of:\n" + text);
          compare(mapping.value(i), other.value(i), child, text);
        }
      }
      case Node.Sequence list -> {
        var other = assertInstanceOf(Node.Sequence.class, actual);
        assertEquals(list.elements().size(), other.elements().size(), () -> path + " of:\n" + text);
        for (int i = 0; i < list.elements().size(); i++) {
          compare(list.elements().get(i), other.elements().get(i), path.element(i), text);
        }
      }
      case Node.Text scalar -> assertEquals(scalar, actual);
      case Node.Int scalar -> assertEquals(scalar, actual);
      case Node.Fraction scalar -> assertEquals(scalar, actual);
      case Node.Bool scalar -> assertEquals(scalar, actual);
      case Node.Null scalar -> assertEquals(scalar, actual);
    }
  }

  /** Offsets with the text between them, so that a failure can be read. */
  private static String place(Node node, String text) {
    return node.start() + ".." + node.end() + " " + text.substring(node.start(), node.end());
  }
}

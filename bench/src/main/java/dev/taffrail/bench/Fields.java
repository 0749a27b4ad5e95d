package dev.taffrail.bench;

import dev.taffrail.object.Node;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of the object tree for checks written by hand.
 *
 * <p>Missing is null here, not {@code Optional}: somebody who writes checks in Java for speed would
 * do the same.
 */
final class Fields {
  private Fields() {}

  /** A field of an object; null if it is missing, null, or there is no object. */
  static @Nullable Node at(@Nullable Node node, String key) {
    if (!(node instanceof Node.Mapping mapping)) {
      return null;
    }
    int entry = mapping.indexOf(key);
    if (entry < 0) {
      return null;
    }
    Node value = mapping.value(entry);
    return value instanceof Node.Null ? null : value;
  }

  static boolean has(@Nullable Node node, String key) {
    return at(node, key) != null;
  }

  static List<Node> list(@Nullable Node node) {
    return node instanceof Node.Sequence sequence ? sequence.elements() : List.of();
  }

  static @Nullable String text(@Nullable Node node) {
    return node instanceof Node.Text text ? text.value() : null;
  }

  static long number(@Nullable Node node, long otherwise) {
    return node instanceof Node.Int number ? number.value() : otherwise;
  }

  static boolean isTrue(@Nullable Node node) {
    return node instanceof Node.Bool bool && bool.value();
  }

  static boolean isFalse(@Nullable Node node) {
    return node instanceof Node.Bool bool && !bool.value();
  }
}

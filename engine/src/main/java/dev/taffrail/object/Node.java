package dev.taffrail.object;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * A part of an object as it was written: immutable, with the offsets of its text.
 *
 * <p>Offsets are UTF-16 indexes into the text of the file the object was read from. An alias of
 * YAML yields the node of its anchor with the place of the anchor. Start is the first character of
 * the node itself (a scalar, the first key of a block mapping, the first dash of a block sequence,
 * an opening bracket); end is behind its last character, without trailing blanks, comments or line
 * ends.
 */
public sealed interface Node {
  int start();

  int end();

  /** What the node is called in messages: {@code a string}, {@code a list} and so on. */
  default String what() {
    return switch (this) {
      case Mapping mapping -> "an object";
      case Sequence sequence -> "a list";
      case Text text -> "a string";
      case Int number -> "a number";
      case Fraction number -> "a number";
      case Bool bool -> "a Boolean";
      case Null nothing -> "null";
    };
  }

  record Text(String value, int start, int end) implements Node {}

  record Bool(boolean value, int start, int end) implements Node {}

  record Int(long value, int start, int end) implements Node {}

  /**
   * A number that is no 64-bit integer: the shortest decimal that reads back as the same double.
   */
  record Fraction(BigDecimal value, int start, int end) implements Node {}

  record Null(int start, int end) implements Node {}

  record Sequence(List<Node> elements, int start, int end) implements Node {
    public Sequence {
      elements = List.copyOf(elements);
    }
  }

  /** Keys in the order written, each at most once, with the offsets where they start. */
  final class Mapping implements Node {
    private final String[] keys;
    private final int[] keyStarts;
    private final Node[] values;
    private final int start;
    private final int end;

    /**
     * Takes ownership of the arrays, which have one length. Readers give one array of keys to all
     * objects that have the same ones.
     */
    public Mapping(String[] keys, int[] keyStarts, Node[] values, int start, int end) {
      this.keys = keys;
      this.keyStarts = keyStarts;
      this.values = values;
      this.start = start;
      this.end = end;
    }

    public int size() {
      return keys.length;
    }

    public String key(int i) {
      return keys[i];
    }

    public int keyStart(int i) {
      return keyStarts[i];
    }

    public Node value(int i) {
      return values[i];
    }

    /**
     * Whether both share their keys, so that what was found in one stands at the same position in
     * the other. True for most objects with the same keys that one reader has read; never true for
     * others.
     */
    public boolean hasKeysOf(Mapping other) {
      return keys == other.keys;
    }

    /** The position of a key, or -1. */
    public int indexOf(String key) {
      for (int i = 0; i < keys.length; i++) {
        if (keys[i].equals(key)) {
          return i;
        }
      }
      return -1;
    }

    /** The value of a key; empty if the key is missing or null, which is the same to Kubernetes. */
    public Optional<Node> find(String key) {
      int at = indexOf(key);
      return at < 0 || values[at] instanceof Null ? Optional.empty() : Optional.of(values[at]);
    }

    /** The value of a key if it is a string. */
    public Optional<String> text(String key) {
      return find(key).filter(Text.class::isInstance).map(found -> ((Text) found).value());
    }

    /** The value of a key if it is an object. */
    public Optional<Mapping> mapping(String key) {
      return find(key).filter(Mapping.class::isInstance).map(Mapping.class::cast);
    }

    /** The elements of a form in the list of a key; none if there is no list. */
    public <T extends Node> List<T> elements(String key, Class<T> form) {
      return find(key).orElse(null) instanceof Sequence list
          ? list.elements().stream().filter(form::isInstance).map(form::cast).toList()
          : List.of();
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }

    /** Same keys with the same values, in any order; places do not count. */
    @Override
    public boolean equals(Object other) {
      return other instanceof Mapping that && Nodes.equal(this, that);
    }

    @Override
    public int hashCode() {
      return Nodes.hash(this);
    }

    @Override
    public String toString() {
      return Nodes.toJson(this);
    }
  }
}

package dev.taffrail.object;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;

/** The children that were read of the objects and lists that are not complete yet, on one stack. */
final class OpenNodes {
  /** Up to here looking at every key is cheaper than hashing. */
  private static final int SMALL = 12;

  private Node[] nodes = new Node[64];
  private int[] keyStarts = new int[64];

  /** Only of objects whose keys are not known. */
  private String[] keys = new String[64];

  private int size;

  int size() {
    return size;
  }

  void add(Node node) {
    if (size == nodes.length) {
      grow();
    }
    nodes[size++] = node;
  }

  void add(int keyStart, Node node) {
    if (size == nodes.length) {
      grow();
    }
    keyStarts[size] = keyStart;
    nodes[size++] = node;
  }

  void add(String key, int keyStart, Node node) {
    if (size == nodes.length) {
      grow();
    }
    keys[size] = key;
    keyStarts[size] = keyStart;
    nodes[size++] = node;
  }

  private void grow() {
    nodes = Arrays.copyOf(nodes, size * 2);
    keyStarts = Arrays.copyOf(keyStarts, size * 2);
    keys = Arrays.copyOf(keys, size * 2);
  }

  /** Keeps the keys of an object whose next key cannot be known. */
  void keep(int base, String[] known) {
    System.arraycopy(known, 0, keys, base, known.length);
  }

  /** A list of all from {@code base} on, which are taken away. */
  Node.Sequence sequence(int base, int start, int end) {
    Node[] elements = Arrays.copyOfRange(nodes, base, size);
    size = base;
    return new Node.Sequence(List.of(elements), start, end);
  }

  /** An object of all from {@code base} on, which are taken away. */
  Node.Mapping mapping(String[] known, int base, int start, int end) {
    int[] starts = Arrays.copyOfRange(keyStarts, base, size);
    Node[] values = Arrays.copyOfRange(nodes, base, size);
    size = base;
    return new Node.Mapping(known, starts, values, start, end);
  }

  /**
   * An object of all from {@code base} on with the keys that were kept.
   *
   * @throws GaveUp if two keys are the same
   */
  Node.Mapping mapping(int base, int start, int end) throws GaveUp {
    String[] own = Arrays.copyOfRange(keys, base, size);
    boolean twice =
        own.length > SMALL ? new HashSet<>(Arrays.asList(own)).size() < own.length : hasTwice(own);
    if (twice) {
      throw GaveUp.HERE;
    }
    return mapping(own, base, start, end);
  }

  private static boolean hasTwice(String[] keys) {
    for (int i = 1; i < keys.length; i++) {
      for (int j = 0; j < i; j++) {
        if (keys[i].equals(keys[j])) {
          return true;
        }
      }
    }
    return false;
  }
}

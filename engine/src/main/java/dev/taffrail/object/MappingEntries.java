package dev.taffrail.object;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The entries of a mapping that is being read, in order, with duplicate keys found in linear time.
 *
 * <p>Follows kubectl's rule for merge keys: they take effect where they stand, so a merged entry
 * overrides what was written before it and yields to what is written after it.
 */
final class MappingEntries {
  /** Up to here looking at every key is cheaper than hashing. */
  private static final int SMALL = 12;

  private static final int NEVER = -1;

  private final List<String> keys = new ArrayList<>();
  private final List<Node> values = new ArrayList<>();
  private int[] keyStarts = new int[8];
  private int[] writtenAt = new int[8];
  private final Map<String, Integer> index = new HashMap<>();

  /** Where a key was written before in this mapping, merged entries aside; or -1. */
  int writtenAt(String key) {
    int entry = find(key);
    return entry < 0 ? NEVER : writtenAt[entry];
  }

  int size() {
    return keys.size();
  }

  /** Adds an entry, or replaces the merged one of that key. */
  void write(String key, int keyStart, Node value) {
    int entry = put(key, keyStart, value); // may replace the array, so it comes first
    writtenAt[entry] = keyStart;
  }

  /** Adds the entries of a merged mapping, replacing those of the same key. */
  void merge(Node.Mapping mapping) {
    for (int i = 0; i < mapping.size(); i++) {
      put(mapping.key(i), mapping.keyStart(i), mapping.value(i));
    }
  }

  private int put(String key, int keyStart, Node value) {
    int entry = find(key);
    if (entry < 0) {
      entry = add(key, value);
    } else {
      values.set(entry, value);
    }
    keyStarts[entry] = keyStart;
    return entry;
  }

  private int add(String key, Node value) {
    int entry = keys.size();
    keys.add(key);
    values.add(value);
    if (entry == keyStarts.length) {
      keyStarts = Arrays.copyOf(keyStarts, entry * 2);
      writtenAt = Arrays.copyOf(writtenAt, entry * 2);
    }
    writtenAt[entry] = NEVER;
    if (keys.size() > SMALL) {
      for (int i = index.size(); i <= entry; i++) {
        index.put(keys.get(i), i);
      }
    }
    return entry;
  }

  private int find(String key) {
    return keys.size() > SMALL ? index.getOrDefault(key, -1) : keys.indexOf(key);
  }

  Node.Mapping build(int start, int end) {
    return new Node.Mapping(
        keys.toArray(String[]::new),
        Arrays.copyOf(keyStarts, keys.size()),
        values.toArray(Node[]::new),
        start,
        end);
  }
}

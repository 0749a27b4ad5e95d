package dev.taffrail.runtime.inventory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map of which a changed copy shares all but a few nodes with the original.
 *
 * <p>A hash trie with 32 branches: one change copies one node on each level, and there are hardly
 * ever more than four. The order of entries says nothing.
 */
final class PersistentMap<K, V> {
  private static final int BITS = 5;
  private static final int MASK = (1 << BITS) - 1;

  /** Below this, hashes are used up and keys with one hash stand in a list. */
  private static final int DEEPEST = 30;

  private final Branch<K, V> root;
  private final int size;

  private PersistentMap(Branch<K, V> root, int size) {
    this.root = root;
    this.size = size;
  }

  static <K, V> PersistentMap<K, V> empty() {
    return new PersistentMap<>(new Branch<>(0, List.of()), 0);
  }

  private sealed interface Part<K, V> {}

  /**
   * @param taken the branches there are, one bit for each
   * @param parts those, in order
   */
  private record Branch<K, V>(int taken, List<Part<K, V>> parts) implements Part<K, V> {
    int position(int bit) {
      return Integer.bitCount(taken & (bit - 1));
    }
  }

  /** Entries whose keys have one hash; nearly always one. */
  private record Leaf<K, V>(int hash, List<Entry<K, V>> entries) implements Part<K, V> {}

  private record Entry<K, V>(K key, V value) {}

  int size() {
    return size;
  }

  Optional<V> get(K key) {
    int hash = key.hashCode();
    Part<K, V> at = root;
    for (int shift = 0; at instanceof Branch<K, V> branch; shift += BITS) {
      int bit = 1 << ((hash >>> shift) & MASK);
      if ((branch.taken() & bit) == 0) {
        return Optional.empty();
      }
      at = branch.parts().get(branch.position(bit));
    }
    return ((Leaf<K, V>) at)
        .entries().stream().filter(e -> e.key().equals(key)).map(Entry::value).findFirst();
  }

  /** The same with a value for a key, in place of the one it had. */
  PersistentMap<K, V> with(K key, V value) {
    var changed = put(root, key.hashCode(), 0, new Entry<>(key, value));
    return new PersistentMap<>(changed, get(key).isPresent() ? size : size + 1);
  }

  /** The same without a key. */
  PersistentMap<K, V> without(K key) {
    if (get(key).isEmpty()) {
      return this;
    }
    Part<K, V> rest = remove(root, key, key.hashCode(), 0);
    return rest == null ? empty() : new PersistentMap<>((Branch<K, V>) rest, size - 1);
  }

  private static <K, V> Branch<K, V> put(
      Branch<K, V> branch, int hash, int shift, Entry<K, V> entry) {
    int bit = 1 << ((hash >>> shift) & MASK);
    int at = branch.position(bit);
    var parts = new ArrayList<>(branch.parts());
    if ((branch.taken() & bit) == 0) {
      parts.add(at, new Leaf<>(hash, List.of(entry)));
    } else {
      parts.set(at, inside(parts.get(at), hash, shift + BITS, entry));
    }
    return new Branch<>(branch.taken() | bit, List.copyOf(parts));
  }

  private static <K, V> Part<K, V> inside(Part<K, V> part, int hash, int shift, Entry<K, V> entry) {
    return switch (part) {
      case Branch<K, V> branch -> put(branch, hash, shift, entry);
      case Leaf<K, V> leaf when leaf.hash() == hash || shift > DEEPEST -> {
        var entries = new ArrayList<>(leaf.entries());
        entries.removeIf(e -> e.key().equals(entry.key()));
        entries.add(entry);
        yield new Leaf<>(hash, List.copyOf(entries));
      }
      case Leaf<K, V> leaf -> {
        int bit = 1 << ((leaf.hash() >>> shift) & MASK);
        yield put(new Branch<>(bit, List.of(leaf)), hash, shift, entry);
      }
    };
  }

  private static <K, V> @Nullable Part<K, V> remove(Part<K, V> part, K key, int hash, int shift) {
    return switch (part) {
      case Leaf<K, V> leaf -> {
        var rest = leaf.entries().stream().filter(e -> !e.key().equals(key)).toList();
        yield rest.isEmpty() ? null : new Leaf<>(hash, rest);
      }
      case Branch<K, V> branch -> {
        int bit = 1 << ((hash >>> shift) & MASK);
        int at = branch.position(bit);
        var parts = new ArrayList<>(branch.parts());
        Part<K, V> rest = remove(parts.get(at), key, hash, shift + BITS);
        if (rest != null) {
          parts.set(at, rest);
          yield new Branch<>(branch.taken(), List.copyOf(parts));
        }
        parts.remove(at);
        yield parts.isEmpty() ? null : new Branch<>(branch.taken() & ~bit, List.copyOf(parts));
      }
    };
  }

  void forEach(Consumer<V> work) {
    each(root, work);
  }

  private static <K, V> void each(Part<K, V> part, Consumer<V> work) {
    switch (part) {
      case Branch<K, V> branch -> branch.parts().forEach(p -> each(p, work));
      case Leaf<K, V> leaf -> leaf.entries().forEach(e -> work.accept(e.value()));
    }
  }

  /** How many nodes it does not share with another: what a change has cost. */
  int nodesBeside(PersistentMap<K, V> other) {
    Set<Object> shared = Collections.newSetFromMap(new IdentityHashMap<>());
    collect(other.root, shared);
    int known = shared.size();
    collect(root, shared);
    return shared.size() - known;
  }

  private static <K, V> void collect(Part<K, V> part, Set<Object> seen) {
    if (seen.add(part) && part instanceof Branch<K, V> branch) {
      branch.parts().forEach(p -> collect(p, seen));
    }
  }
}

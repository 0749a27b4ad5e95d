package dev.taffrail.runtime.bytecode;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was made of some of the last texts, since images and labels come again and again.
 *
 * <p>Safe to share: entries are immutable, and a lost one is computed again.
 */
final class Memo<T> {
  private static final int PLACES = 512;

  private record Entry<T>(String text, T made) {}

  private final Function<String, T> making;
  private final @Nullable Entry<T>[] entries;

  @SuppressWarnings("unchecked")
  Memo(Function<String, T> making) {
    this.making = making;
    this.entries = (Entry<T>[]) new Entry<?>[PLACES];
  }

  T of(String text) {
    int hash = text.hashCode();
    int at = (hash ^ hash >>> 9) & PLACES - 1;
    Entry<T> known = entries[at];
    if (known != null && known.text.equals(text)) {
      return known.made;
    }
    Entry<T> other = entries[at ^ 1];
    if (other != null && other.text.equals(text)) {
      return other.made;
    }
    T made = making.apply(text);
    entries[at ^ 1] = known;
    entries[at] = new Entry<>(text, made);
    return made;
  }
}
